/** A cheap guard against a code that was mistyped. @module */

/**
 * Whether the last digit of a LOINC code is the one its other digits ask for, by the rule of Luhn.
 *
 * It says that the code can exist, and nothing of what it means. Codes of answers and lists (LA, LL) follow no such rule.
 */
export function passesCheckDigit(code: string): boolean {
  const [digits = '', check = ''] = /^(\d{1,7})-(\d)$/.exec(code)?.slice(1) ?? []
  if (digits === '') return false
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, n) => total + weighed('0123456789'.indexOf(digit), n), 0)
  return (sum + '0123456789'.indexOf(check)) % 10 === 0
}

// From the right every other digit counts twice, and of two digits both are added.
function weighed(digit: number, place: number): number {
  const doubled = place % 2 === 0 ? digit * 2 : digit
  return doubled > 9 ? doubled - 9 : doubled
}
