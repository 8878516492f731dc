/** The units the library reads, and every conversion constant, in one place. @module */

/**
 * Each unit by its UCUM code (case-sensitive): what it measures, and how many base units it is, as an exact
 * decimal. A third entry is the base value at zero (temperatures only).
 *
 * The base of a dimension is the unit with the factor `'1'`; it is chosen so that every other factor ends.
 * Units convert only within one dimension, and dimensions are drawn more narrowly than UCUM does where
 * a conversion would be arithmetic but not medicine:
 *
 * - `U/L` (enzyme activity) and `[IU]/L` (a biological standard, another one for each substance) do not convert.
 * - Hours and minutes are elapsed time, days and weeks are counted on the calendar (a day of a clock change
 *   has 23 or 25 hours), months and years too (they differ in length). None turns into another.
 * - `%`, `1`, counts, scores and ratios do not convert: whether 0.97 is a fraction or a percentage is never guessed.
 * - Mass and amount of substance (`mg/dL`, `mmol/L`) do not convert: that takes the molar mass of the substance.
 * - `mg`, `mg/kg`, `mg/h`, `mg/kg/h` and `mg/mL` are five different things.
 *
 * Sources. Decimal prefixes, minute, hour, week, year of months: UCUM specification 2.1, tables of prefixes and
 * of units. Pound 0.45359237 kg, inch 2.54 cm, foot 12 in, exact since 1959: NIST Special Publication 811 (2008),
 * appendix B. Ounce: a sixteenth of the pound, same place. Millimetre of mercury: the conventional
 * 13,595.1 kg/m3 x 9.80665 m/s2 x 1 mm = 133.322387415 Pa, NIST SP 811 appendix B (UCUM rounds it to 133.322).
 * Fahrenheit: 1.8 degrees to a Celsius degree, 32 at its zero, NIST SP 811 appendix B.
 */
export const units = {
  // mass, in g
  g: ['mass', '1'],
  kg: ['mass', '1000'],
  mg: ['mass', '0.001'],
  ug: ['mass', '0.000001'],
  ng: ['mass', '0.000000001'],
  pg: ['mass', '0.000000000001'],
  '[lb_av]': ['mass', '453.59237'],
  '[oz_av]': ['mass', '28.349523125'],
  // length, in cm
  cm: ['length', '1'],
  m: ['length', '100'],
  mm: ['length', '0.1'],
  '[in_i]': ['length', '2.54'],
  '[ft_i]': ['length', '30.48'],
  // pressure, in kPa
  kPa: ['pressure', '1'],
  'mm[Hg]': ['pressure', '0.133322387415'],
  // temperature, in degrees Fahrenheit, because 1.8 ends and 5/9 does not
  '[degF]': ['temperature', '1'],
  Cel: ['temperature', '1.8', '32'],
  // elapsed time, in ms
  ms: ['elapsed', '1'],
  s: ['elapsed', '1000'],
  min: ['elapsed', '60000'],
  h: ['elapsed', '3600000'],
  // calendar days and calendar months
  d: ['days', '1'],
  wk: ['days', '7'],
  mo: ['months', '1'],
  a: ['months', '12'],
  // volume, in mL
  mL: ['volume', '1'],
  L: ['volume', '1000'],
  fL: ['volume', '0.000000000001'],
  // dose by weight, in mg/kg
  'mg/kg': ['dose by weight', '1'],
  'ug/kg': ['dose by weight', '0.001'],
  // dose over time, in mg/h
  'mg/h': ['dose rate', '1'],
  'mg/min': ['dose rate', '60'],
  'ug/min': ['dose rate', '0.06'],
  // dose by weight over time, in mg/kg/h
  'mg/kg/h': ['dose rate by weight', '1'],
  'mg/kg/min': ['dose rate by weight', '60'],
  'ug/kg/min': ['dose rate by weight', '0.06'],
  // dose a day: a calendar day, so it does not turn into a dose an hour
  'mg/d': ['dose a day', '1'],
  // flow, in mL/h
  'mL/h': ['flow', '1'],
  'mL/min': ['flow', '60'],
  'mL/min/{1.73_m2}': ['flow by body surface', '1'],
  // mass in a volume, in g/L
  'g/L': ['mass concentration', '1'],
  'g/dL': ['mass concentration', '10'],
  'mg/mL': ['mass concentration', '1'],
  'mg/L': ['mass concentration', '0.001'],
  'mg/dL': ['mass concentration', '0.01'],
  'ug/mL': ['mass concentration', '0.001'],
  'ug/L': ['mass concentration', '0.000001'],
  'ng/mL': ['mass concentration', '0.000001'],
  'pg/mL': ['mass concentration', '0.000000001'],
  // amount of substance in a volume, in mmol/L
  'mmol/L': ['molar concentration', '1'],
  'umol/L': ['molar concentration', '0.001'],
  'nmol/L': ['molar concentration', '0.000001'],
  'meq/L': ['charge concentration', '1'],
  // activity in a volume
  'U/L': ['enzyme activity', '1'],
  'kU/L': ['enzyme activity', '1000'],
  'm[IU]/L': ['international units', '1'],
  '[IU]/L': ['international units', '1000'],
  'u[IU]/mL': ['international units', '1'],
  // cells in a volume, in thousands a microlitre
  '10*3/uL': ['cell count', '1'],
  '10*6/uL': ['cell count', '1000'],
  '10*9/L': ['cell count', '1'],
  // one of a kind
  'kg/m2': ['body mass index', '1'],
  '/min': ['frequency', '1'],
  '%': ['percentage', '1'],
  '{score}': ['score', '1'],
  '{n}': ['count', '1'],
  '{INR}': ['clotting ratio', '1'],
  '1': ['number', '1'],
} as const satisfies Readonly<Record<string, readonly [string, string, string?]>>

/** A UCUM code of the closed list. */
export type Unit = keyof typeof units

/**
 * Other spellings that are read, each with the listed unit it stands for.
 *
 * `mcg` is how medication-safety bodies want microgram written (Institute for Safe Medication Practices, list of
 * error-prone abbreviations); a small `l` is UCUM's second code for litre; `IU` and `mmHg` are in every
 * laboratory feed. Left out on purpose: anything whose meaning would have to be guessed (`lbs`, `KG`, `kgs`,
 * `Kilo`, `oz`, `cc`, `M`, `gr`, `K/uL`), any spelling with a space, and the micro signs, two characters that
 * look the same.
 */
export const unitAliases = {
  lb: '[lb_av]',
  in: '[in_i]',
  ft: '[ft_i]',
  mmHg: 'mm[Hg]',
  degC: 'Cel',
  degF: '[degF]',
  mcg: 'ug',
  'mcg/kg': 'ug/kg',
  'mcg/min': 'ug/min',
  'mcg/kg/min': 'ug/kg/min',
  'mcg/mL': 'ug/mL',
  'mcg/L': 'ug/L',
  l: 'L',
  ml: 'mL',
  'ml/h': 'mL/h',
  'ml/min': 'mL/min',
  'g/l': 'g/L',
  'g/dl': 'g/dL',
  'mg/ml': 'mg/mL',
  'mg/l': 'mg/L',
  'mg/dl': 'mg/dL',
  'ug/ml': 'ug/mL',
  'ug/l': 'ug/L',
  'ng/ml': 'ng/mL',
  'mmol/l': 'mmol/L',
  'umol/l': 'umol/L',
  'mEq/L': 'meq/L',
  'U/l': 'U/L',
  'IU/L': '[IU]/L',
  'mIU/L': 'm[IU]/L',
  'uIU/mL': 'u[IU]/mL',
  '{beats}/min': '/min',
  '{breaths}/min': '/min',
} as const satisfies Readonly<Record<string, Unit>>

/** A listed spelling that is not the UCUM code itself. */
export type UnitAlias = keyof typeof unitAliases
