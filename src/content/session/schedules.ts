/** Which observations a session asks for. @module */
import type { MonitoringSchedule, ObservationSlot, Observed } from '../../kernel/content.ts'
import { cite, recall } from '../../kernel/evidence.ts'
import { amount, fromPolicy } from '../../kernel/rule.ts'
import { firstDay } from '../scope.ts'

const pressureAndBreath: readonly Observed[] = ['blood-pressure', 'oxygen-saturation']
const vitals: readonly Observed[] = ['blood-pressure', 'heart-rate', 'oxygen-saturation']
const everything: readonly Observed[] = ['blood-pressure', 'heart-rate', 'oxygen-saturation', 'alertness']

/** A reading that may be taken up to the end of the stay: nobody leaves without it, so it is late and never missed. */
const wholeStay = /* @__PURE__ */ amount(1440, 'min')

const sprayGrace = () => ({
  early: fromPolicy('esketamine-check-early'),
  late: fromPolicy('esketamine-check-late'),
  missed: fromPolicy('esketamine-check-missed'),
})

const grace = () => ({
  early: fromPolicy('check-early'),
  late: fromPolicy('check-late'),
  missed: fromPolicy('check-missed'),
})

/** The readings every other one is compared with: none may come after the drug. */
/* @__NO_SIDE_EFFECTS__ */
function beforeDose(
  anchor: ObservationSlot['anchor'],
  observe: readonly Observed[],
  sources: ObservationSlot['sources'],
): ObservationSlot {
  return {
    id: 'before',
    anchor,
    at: amount(0, 'min'),
    observe,
    early: fromPolicy('bp-max-age'),
    late: amount(0, 'min'),
    missed: amount(0, 'min'),
    required: true,
    sources,
  }
}

/** Until the person leaves, at the interval of the site. */
/* @__NO_SIDE_EFFECTS__ */
function untilLeaving(
  at: ObservationSlot['at'],
  observe: readonly Observed[],
  sources: ObservationSlot['sources'],
): ObservationSlot {
  return {
    id: 'after',
    anchor: 'end',
    at,
    every: fromPolicy('vitals-interval-after'),
    until: 'release',
    observe,
    ...grace(),
    required: false,
    sources,
  }
}

/** The nasal spray: 0, 40, 90 and 120 minutes, counted from the last device, then until pressure falls. */
const spraySlots = (): readonly ObservationSlot[] => [
  beforeDose('first-device', vitals, [
    cite('pre-bp-caution', 'PI19', 'section 5.6'),
    cite('rems-form-vitals', 'PMF'),
    recall('pol-bp-max-age', 'K', 'NCTKU'),
  ]),
  {
    id: 'forty',
    anchor: 'last-device',
    at: amount(40, 'min'),
    observe: pressureAndBreath,
    ...sprayGrace(),
    required: true,
    sources: [
      cite('mon-esk-bp-40', 'PI19', 'section 2.1'),
      cite('mon-esk-spo2', 'HCP-TRD'),
      recall('pol-esk-40-grace', 'K', 'PI19', 'section 2.1'),
      cite('pol-vitals-esk', 'PMF'),
    ],
  },
  {
    id: 'ninety',
    anchor: 'last-device',
    at: amount(90, 'min'),
    observe: pressureAndBreath,
    ...sprayGrace(),
    required: false, // added by policy, because most effects have ended by then
    sources: [cite('pol-vitals-esk', 'PMF'), cite('mon-esk-sedation-time', 'SMPC-HK')],
  },
  {
    id: 'before-leaving',
    anchor: 'last-device',
    at: amount(120, 'min'),
    observe: pressureAndBreath,
    early: fromPolicy('esketamine-check-early'),
    late: fromPolicy('esketamine-check-late'),
    missed: wholeStay,
    required: true,
    sources: [cite('rems-form-vitals', 'PMF'), cite('pol-vitals-esk', 'PMF')],
  },
  // On a clock of its own, so that a late reading still fills the one before leaving.
  untilLeaving(amount(135, 'min'), pressureAndBreath, [
    cite('pol-vitals-esk', 'PI19', 'section 5.6'),
    cite('mon-esk-bp-40', 'PI19', 'section 2.1'),
  ]),
]

/** An injection into muscle or under the skin: like the end of an infusion, and nothing to stop. */
/* @__NO_SIDE_EFFECTS__ */
function injected(
  id: 'ketamine-im' | 'ketamine-sc',
  label: string,
  minimum: ObservationSlot['at'],
  sources: ObservationSlot['sources'],
): MonitoringSchedule {
  return {
    id,
    label,
    products: [id],
    jurisdictions: ['us', 'eu'],
    effective: { from: firstDay },
    slots: [
      beforeDose('start', vitals, [recall('pol-bp-max-age', 'K', 'NCTKU')]),
      {
        id: 'thirty',
        anchor: 'end',
        at: amount(30, 'min'),
        observe: vitals,
        ...grace(),
        required: true,
        sources,
      },
      untilLeaving(fromPolicy('vitals-interval-after'), everything, [
        cite('pol-vitals-interval-after', 'EMORY'),
        cite('mon-site-int-kaassn', 'KAASSN'),
      ]),
    ],
    observation: [{ anchor: 'end', minimum, sources }],
    certainty: id === 'ketamine-sc' ? 'S' : 'K',
    sources: [...sources, recall('mon-im-sc-observe', 'K?')],
  }
}

/** Rows of both packs; a plan takes the row of its own country. */
export const schedules = (): readonly MonitoringSchedule[] => [
  {
    id: 'esketamine-us',
    label: 'Esketamine nasal spray, United States',
    products: ['esketamine-nasal'],
    jurisdictions: ['us'],
    effective: { from: firstDay },
    slots: spraySlots(),
    observation: [
      {
        anchor: 'first-device',
        minimum: amount(120, 'min'),
        sources: [cite('rems-min-monitoring', 'PMF')],
      },
      {
        anchor: 'last-device',
        minimum: amount(120, 'min'),
        sources: [cite('dc-esk-time', 'PI19', 'sections 5.1 and 5.2'), cite('pol-obs-esk', 'PMF')],
      },
      // A site may ask for longer; for less it cannot, since every clock has to be over.
      {
        anchor: 'last-device',
        minimum: fromPolicy('observation-esketamine'),
        sources: [cite('pol-obs-esk', 'PMF')],
      },
    ],
    certainty: 'S',
    sources: [cite('pol-vitals-esk', 'PMF'), cite('mon-esk-bp-2h', 'PI19', 'section 5.6')],
  },
  {
    id: 'esketamine-eu',
    label: 'Esketamine nasal spray, European Union',
    products: ['esketamine-nasal'],
    jurisdictions: ['eu'],
    effective: { from: '2019-12-18' },
    slots: spraySlots(),
    observation: [
      {
        anchor: 'last-device',
        minimum: amount(120, 'min'),
        sources: [cite('pol-obs-esk', 'PI19', 'section 5.1')],
      },
      // A site may ask for longer; for less it cannot, since every clock has to be over.
      {
        anchor: 'last-device',
        minimum: fromPolicy('observation-esketamine'),
        sources: [cite('pol-obs-esk', 'PI19', 'section 5.1')],
      },
    ],
    certainty: 'S',
    sources: [cite('pol-vitals-esk', 'PI19', 'section 5.6'), cite('conf-bp-duration', 'SMPC-MY')],
  },
  {
    id: 'ketamine-iv',
    label: 'Ketamine by infusion',
    products: ['ketamine-iv'],
    jurisdictions: ['us', 'eu'],
    effective: { from: firstDay },
    slots: [
      beforeDose('start', vitals, [
        recall('pol-bp-max-age', 'K', 'NCTKU'),
        cite('mon-iv-research-times', 'SZAR20'),
      ]),
      {
        id: 'during',
        anchor: 'start',
        at: fromPolicy('vitals-interval-infusion'),
        every: fromPolicy('vitals-interval-infusion'),
        until: 'end',
        observe: everything,
        ...grace(),
        required: false, // one of many; what the alarms and the way home need is asked for by themselves
        sources: [
          cite('pol-vitals-interval-iv', 'EMORY'),
          cite('mon-site-int-emory', 'EMORY'),
          cite('mon-site-int-yale', 'YALE'),
          cite('mon-site-int-gdansk', 'SZAR20'),
          cite('mon-site-int-kaassn', 'KAASSN'),
          cite('mon-site-int-kwell', 'KWELL'),
          recall('mon-iv-practice-interval', 'K', 'ASAPSA'),
        ],
      },
      {
        id: 'end',
        anchor: 'end',
        at: amount(0, 'min'),
        observe: vitals,
        ...grace(),
        required: true, // the zone of the highest pressure
        sources: [cite('mon-bp-yale-2342', 'YALE'), cite('mon-iv-research-times', 'SZAR20')],
      },
      untilLeaving(fromPolicy('vitals-interval-after'), everything, [
        cite('pol-vitals-interval-after', 'EMORY'),
        cite('mon-site-int-emory', 'EMORY'),
        cite('mon-site-int-rcht', 'RCHT'),
      ]),
    ],
    observation: [
      {
        anchor: 'end',
        minimum: fromPolicy('observation-iv'),
        sources: [
          cite('pol-obs-iv', 'OXTRT'),
          cite('dc-site-obs-oxford', 'OXTRT'),
          cite('dc-site-obs-drow', 'DROREQ'),
          recall('mon-iv-observe-after', 'K?'),
        ],
      },
    ],
    certainty: 'S',
    sources: [cite('pol-vitals-interval-iv', 'EMORY'), cite('conf-monitor-interval', 'EMORY')],
  },
  injected('ketamine-im', 'Ketamine into a muscle', fromPolicy('observation-im'), [
    recall('pol-obs-im', 'K', 'NORTHR'),
    cite('dc-site-obs-northrup', 'NORTHR'),
    cite('dc-site-obs-taos', 'TAOS'),
  ]),
  injected('ketamine-sc', 'Ketamine under the skin', fromPolicy('observation-sc'), [
    cite('pol-obs-sc', 'SCCASE'),
    cite('dc-site-obs-sc', 'SCCASE'),
    cite('mon-sc-esk-bp', 'DELS20'),
  ]),
  {
    id: 'ketamine-compounded',
    label: 'Compounded ketamine by mouth, under the tongue or into the nose',
    products: ['ketamine-oral', 'ketamine-sublingual', 'ketamine-nasal-compounded'],
    jurisdictions: ['us', 'eu'],
    effective: { from: firstDay },
    slots: [
      beforeDose('start', ['blood-pressure', 'heart-rate'], [cite('mon-site-int-nz', 'KETNZ')]),
      {
        id: 'thirty',
        anchor: 'end',
        at: amount(30, 'min'),
        observe: ['blood-pressure', 'heart-rate'],
        ...grace(),
        required: true,
        sources: [cite('mon-site-int-nz', 'KETNZ')],
      },
      untilLeaving(
        amount(60, 'min'),
        ['blood-pressure', 'heart-rate'],
        [cite('pol-vitals-interval-after', 'EMORY')],
      ),
    ],
    observation: [
      {
        anchor: 'end',
        minimum: fromPolicy('observation-compounded'),
        sources: [cite('legal-fda-2023-compounded', 'FDA23')],
      },
    ],
    certainty: 'K',
    sources: [cite('mon-site-int-nz', 'KETNZ')],
  },
]
