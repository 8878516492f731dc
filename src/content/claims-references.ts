/** The register of sources of the claims: what no table of a pack has to cite. A stored copy was read, not the live page. @module */
import type { Source } from '../kernel/evidence.ts'

/** What only the claims cite. */
export const claimReferences: readonly Source[] = [
  {
    key: 'DEA99',
    type: 'L',
    title: 'Federal Register 64 FR 37673: ketamine to Schedule III',
    url: 'https://www.govinfo.gov/content/pkg/FR-1999-07-13/html/99-17803.htm',
  },
  {
    key: 'SPRAV',
    type: 'L',
    title: 'Manufacturer patient site: safety and tolerability',
    url: 'https://www.spravato.com/safety-and-tolerability',
  },
  {
    key: 'SUS1',
    type: 'P',
    title: 'SUSTAIN-1 poster abstract',
    url: 'https://develop-sr3snxi-tt7lcx6s5gdv4.us-4.platformsh.site/site/pcn/posters/esketamine-nasal-spray-combined-oral-antidepressant-relapse-prevention-treatment-resistant',
  },
  {
    key: 'SUS3',
    type: 'P',
    title: 'SUSTAIN-3 final, IJNP',
    url: 'https://www.moreblossom.com/papers/safety-and-efficacy-with-esketamine-in-treatment-resistant-depression-long-term-',
  },
  { key: 'SUS2', type: 'P', title: 'SUSTAIN-2 (Wajs 2020)', url: 'https://legacy.psychiatrist.com/?p=10773' },
  {
    key: 'JANIK',
    type: 'P',
    title: 'Janik 2025 monotherapy RCT summary, NCT04599855',
    url: 'https://epocrates.com/online/article/more-evidence-for-esketamine-monotherapy-in-treatment-resistant-depression',
  },
  {
    key: 'JP2B',
    type: 'P',
    title: 'Japanese phase 2b, BMC Psychiatry 2021',
    url: 'https://bmcpsychiatry.biomedcentral.com/articles/10.1186/s12888-021-03538-y',
  },
  {
    key: 'SINGC',
    type: 'W',
    title: 'Consumer page with a wrong 160/100 claim',
    url: 'https://singlecare.su/esketamine-nasal-spray-what-you-need-to-know-about-dissociation-blood-pressure-and-monitoring',
  },
  {
    key: 'HDAU',
    type: 'L',
    title: 'healthdirect Australia: Spravato registered indication',
    url: 'https://healthdirect.gov.au/medicines/brand/amt,1531851000168101/spravato',
  },
  {
    key: 'ABD22',
    type: 'P',
    title: 'Abdallah 2022, 10.1038/s41386-022-01266-9',
    url: 'http://www.nature.com/articles/s41386-022-01266-9',
  },
  {
    key: 'ROD13',
    type: 'P',
    title: 'Rodriguez 2013, 10.1038/npp.2013.150',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3799067',
  },
  {
    key: 'GRAB22',
    type: 'P',
    title: 'Grabski 2022',
    url: 'https://www.moreblossom.com/papers/adjunctive-ketamine-with-relapse-prevention-based-psychological-therapy-in-the-t',
  },
  {
    key: 'VDLOO',
    type: 'P',
    title: 'van de Loo 2017, 10.1007/s00213-017-4706-6 (abstract)',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5660834',
  },
  {
    key: 'WIL18',
    type: 'P',
    title: 'Wilkinson 2018, 10.1176/appi.ajp.2017.17040472',
    url: 'http://ajp.psychiatryonline.org/doi/full/10.1176/appi.ajp.2017.17040472',
  },
  {
    key: 'WITT',
    type: 'P',
    title: 'Witt 2019 meta-analysis',
    url: 'https://949960.njxy1.group/handle/123456789/343',
  },
  {
    key: 'FED21',
    type: 'P',
    title: 'Feder 2021, 10.1176/appi.ajp.2020.20050596',
    url: 'https://ajp.psychiatryonline.org/doi/full/10.1176/appi.ajp.2020.20050596?journalCode=ajp',
  },
  {
    key: 'BLO12',
    type: 'P',
    title: 'Bloch 2012 open trial',
    url: 'https://pubmed.ncbi.nlm.nih.gov/22784486/',
  },
]
