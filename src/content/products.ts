/** The seven products a plan can name. Any other is refused by name and given nobody’s rules. @module */
import type { Product } from '../kernel/content.ts'
import { cite } from '../kernel/evidence.ts'

/** Each product fixes substance, enantiomer, form and route; milligrams of one are not milligrams of another. */
export const products = (): readonly Product[] => [
  {
    id: 'esketamine-nasal',
    label: 'Esketamine nasal spray',
    substance: 'esketamine',
    route: 'nasal',
    sources: [
      cite('prod-esk-device', 'NDC'),
      cite('prod-esk-device', 'PI19', 'section 2.3'),
      cite('prod-esk-inn-class', 'SMPC-MYF'),
      cite('prod-esk-atc', 'SMPC-MYF'),
      cite('pk-esk-f', 'MONO'),
    ],
  },
  {
    id: 'ketamine-iv',
    label: 'Ketamine injection, intravenous',
    substance: 'ketamine',
    route: 'iv',
    sources: [
      cite('prod-ketamine-approved-use', 'KET-INP'),
      cite('prod-ketamine-approved-use', 'FDA23'),
      cite('prod-ketamine-strengths', 'NDC'),
      cite('pk-iv-f', 'BIO'),
    ],
  },
  {
    id: 'ketamine-im',
    label: 'Ketamine injection, intramuscular',
    substance: 'ketamine',
    route: 'im',
    sources: [
      cite('prod-ketamine-approved-use', 'KET-INP'),
      cite('prod-ketamine-approved-use', 'FDA23'),
      cite('pk-im-f', 'BIO'),
    ],
  },
  {
    id: 'ketamine-sc',
    label: 'Ketamine injection, subcutaneous',
    substance: 'ketamine',
    route: 'sc',
    // The licence names the vein and the muscle; under the skin is an off-label route of the same product.
    sources: [cite('prod-ketamine-off-label-routes', 'ANDR-4')],
  },
  {
    id: 'ketamine-oral',
    label: 'Ketamine by mouth, compounded',
    substance: 'ketamine',
    route: 'oral',
    sources: [cite('prod-ketamine-off-label-routes', 'ANDR-4'), cite('pk-oral-f', 'CHONG')],
  },
  {
    id: 'ketamine-sublingual',
    label: 'Ketamine under the tongue, compounded',
    substance: 'ketamine',
    route: 'sublingual',
    sources: [cite('prod-ketamine-off-label-routes', 'ANDR-4'), cite('pk-sl-f', 'CHONG')],
  },
  {
    id: 'ketamine-nasal-compounded',
    label: 'Ketamine into the nose, compounded',
    substance: 'ketamine',
    route: 'nasal',
    sources: [
      cite('prod-ketamine-off-label-routes', 'ANDR-4'),
      cite('prod-racemic-composition', 'PI19', 'section 9.2'),
      cite('pk-in-f', 'BIO'),
    ],
  },
]
