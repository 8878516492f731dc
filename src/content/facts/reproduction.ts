/** What rules ask of pregnancy and breastfeeding. @module */
import { cite } from '../../kernel/evidence.ts'
import type { FactRow } from '../../kernel/fact.ts'
import { icdRecalled, snomed, snomedRecalled } from './codes.ts'
import { lactations, pregnancies } from './organ-codes.ts'

/** Facts that are asked where childbearing is possible. */
export const reproductionFacts = (): readonly FactRow[] => [
  {
    id: 'pregnancy',
    label: 'Pregnancy',
    ask: 'Is there a pregnancy now, by test or by history?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      // A pregnancy under way. Ended ones (O00-O08, O80-O94, Z33.2, Z39) say nothing about today.
      icdRecalled(`
        Z33.1 Z33.3 Z34 Z3A Z32.01 O09 O10 O11 O12 O13 O14 O15 O16 O20 O21 O22 O23 O24 O25 O26 O28 O29
        O30 O31 O32 O33 O34 O35 O36 O40 O41 O42 O43 O44 O45 O46 O47 O48 O98 O99 O9A
      `),
      snomedRecalled('77386006'),
      snomed('SYNTHEA', '72892002'),
      pregnancies,
    ],
    askedOf: 'childbearing',
    needsStatement: true,
    entryMaxAge: 'pregnancy-entry-max-age',
    statementMaxAge: 'pregnancy-test-max-age',
    means: 'measure',
    sources: [cite('pre-pregnancy', 'NCTPREG')],
  },
  {
    id: 'breastfeeding',
    label: 'Breastfeeding',
    ask: 'Is a child being breastfed now?',
    kind: 'condition',
    lists: ['conditions'],
    core: [
      icdRecalled('Z39.1'),
      snomedRecalled('413712001'),
      lactations,
    ],
    askedOf: 'childbearing',
    needsStatement: true,
    entryMaxAge: 'pregnancy-entry-max-age',
    statementMaxAge: 'breastfeeding-max-age',
    means: 'ask',
    sources: [cite('ci-breastfeeding-esk', 'PI19', 'section 17')],
  },
  {
    // A no rules pregnancy out, so it must not mean "contraception is used": that is the next question.
    id: 'pregnancy-possible',
    label: 'Pregnancy possible',
    ask: 'Could this person become pregnant, contraception aside?',
    kind: 'statement',
    lists: [],
    askedOf: 'childbearing',
    means: 'ask',
    sources: [cite('ci-contraception-eu', 'EUPIL22', 'leaflet section 2')],
  },
  {
    // Z30 (contraceptive management) decides nothing: it does not say that a method is used now.
    id: 'no-contraception',
    label: 'No contraception in use',
    ask: 'Is contraception missing, so that a pregnancy could begin during the course?',
    kind: 'statement',
    lists: [],
    askedOf: 'childbearing',
    statementMaxAge: 'contraception-max-age',
    means: 'ask',
    sources: [cite('ci-contraception-eu', 'EUPIL22', 'leaflet section 2')],
  },
]
