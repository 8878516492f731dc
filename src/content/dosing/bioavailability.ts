/** How much of a dose arrives by each route: cited where a conversion is refused, never used to convert. @module */
import { type Citation, cite, recall } from '../../kernel/evidence.ts'

// No number turns a dose of one product into a dose of another.
const apart = /* @__PURE__ */ recall('prod-esk-no-interchange', 'K')

/** By product. */
export const bioavailability = (): Readonly<Record<string, readonly Citation[]>> => ({
  'esketamine-nasal': [
    cite('pk-esk-f', 'MONO'),
    cite('prod-esk-inn-class', 'SMPC-MYF'),
    cite('prod-racemic-composition', 'PI19', 'section 9.2'),
    apart,
  ],
  'ketamine-iv': [cite('pk-iv-f', 'BIO'), apart],
  'ketamine-im': [cite('pk-im-f', 'BIO'), apart],
  'ketamine-sc': [recall('pk-sc-f', 'K?'), apart],
  'ketamine-oral': [
    cite('pk-oral-f', 'CHONG'),
    cite('pk-oral-f', 'ANDR-2'),
    cite('pk-sl-oral-norketamine', 'CHONG'),
    cite('dose-oral-equivalence', 'ANDR-2'),
    apart,
  ],
  'ketamine-sublingual': [cite('pk-sl-f', 'CHONG'), cite('pk-sl-oral-norketamine', 'CHONG'), apart],
  'ketamine-nasal-compounded': [cite('pk-in-f', 'BIO'), cite('pk-in-f', 'ALSHI'), apart],
})
