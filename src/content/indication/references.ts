/** The register of sources of indications and resistance: what only these tables cite. @module */
import type { Source } from '../../kernel/evidence.ts'

/** What rows of both packs cite. */
export const indicationReferences: readonly Source[] = [
  {
    key: 'ABD22',
    type: 'P',
    title: 'Abdallah 2022, 10.1038/s41386-022-01266-9',
    url: 'http://www.nature.com/articles/s41386-022-01266-9',
  },
  {
    key: 'ATHF',
    type: 'P',
    title: 'Sackeim 2019 ATHF-SF (abstract)',
    url: 'https://scholars.duke.edu/publication/1385098',
  },
  {
    key: 'ATHFB',
    type: 'W',
    title: 'ATHF scoring notes',
    url: 'https://saclinicaltrials.blogspot.com/2010/10/antidepressant-treatment-history-form.html',
  },
  {
    key: 'ATRQ',
    type: 'P',
    title: 'Chandler 2010, 10.1111/j.1755-5949.2009.00102.x',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6493891',
  },
  {
    key: 'ATRQEX',
    type: 'P',
    title: 'Current Psychiatry: SAFER and ATRQ tools, worked case',
    url: 'https://mdedge-cache.qa01.mdedge.com/psychiatry/article/64642/depression/personalizing-depression-treatment-2-clinical-tools/page/0/2',
  },
  {
    key: 'BLO12',
    type: 'P',
    title: 'Bloch 2012 open trial',
    url: 'https://pubmed.ncbi.nlm.nih.gov/22784486/',
  },
  {
    key: 'COC19',
    type: 'P',
    title: 'Dakwar 2019 cocaine, 10.1176/appi.ajp.2019.18101123 (introduction)',
    url: 'https://psychiatryonline.org/doi/full/10.1176/appi.ajp.2019.18101123',
  },
  {
    key: 'DAK20',
    type: 'P',
    title: 'Dakwar 2020, 10.1176/appi.ajp.2019.19070684',
    url: 'https://psychiatryonline.org/doi/full/10.1176/appi.ajp.2019.19070684',
  },
  {
    key: 'DBDOSE',
    type: 'P',
    title: 'Database studies of TRD and adequate dosing, 2018 (abstract)',
    url: 'http://www.psychiatrist.com/PCC/article/Pages/2018/v20n04/18m02274.aspx',
  },
  {
    key: 'DESS11',
    type: 'P',
    title: 'Desseilles 2011, guide to the ATRQ (opening)',
    url: 'https://www.psychiatrist.com/JCP/article/Pages/2011/v72n08/v72n0816.aspx',
  },
  {
    key: 'DRVNCT',
    type: 'P',
    title: 'NCT02228239 record (screening window)',
    url: 'https://crick.ai/trials/NCT02228239',
  },
  {
    key: 'ELEKTNCT',
    type: 'P',
    title: 'NCT03113968 eligibility',
    url: 'https://trials.co/clinical-trials-details/-/NCT03113968',
  },
  {
    key: 'FED21',
    type: 'P',
    title: 'Feder 2021, 10.1176/appi.ajp.2020.20050596',
    url: 'https://ajp.psychiatryonline.org/doi/full/10.1176/appi.ajp.2020.20050596?journalCode=ajp',
  },
  {
    key: 'FEDN',
    type: 'W',
    title: 'Mount Sinai news on Feder 2021',
    url: 'https://citclinics.com/news-media/repeated-ketamine-infusions-reduce-ptsd-symptom-severity/',
  },
  {
    key: 'GRAB22',
    type: 'P',
    title: 'Grabski 2022',
    url: 'https://www.moreblossom.com/papers/adjunctive-ketamine-with-relapse-prevention-based-psychological-therapy-in-the-t',
  },
  {
    key: 'HEALM',
    type: 'W',
    title: 'Guide to veterans service ketamine criteria',
    url: 'https://healingmaps.com/a-veterans-guide-to-qualifying-for-ketamine-treatment-at-the-va',
  },
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
    key: 'MUR13',
    type: 'P',
    title: 'Murrough 2013 author manuscript copy (design)',
    url: 'https://vdocuments.pub/ni-hms-572203.html',
  },
  {
    key: 'NCTOUD',
    type: 'P',
    title: 'NCT05193318 eligibility',
    url: 'https://www.ignite-sd.com/clinical/show/eligibilitymodule/145124',
  },
  {
    key: 'PCORI',
    type: 'W',
    title: 'Adequate course definition, 12 wk',
    url: 'https://help.pcori.org/hc/en-us/articles/213461708-How-is-adequate-course-of-antidepressant-treatment-defined-',
  },
  {
    key: 'PLOSTRD',
    type: 'P',
    title: 'Hagg 2020, staging comparison panel 1, 10.1371/journal.pone.0236434',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7392234/table/pone.0236434.t001',
  },
  {
    key: 'PMC-RPA',
    type: 'P',
    title: 'Public ketamine clinic, Sydney (TRD definition)',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC11193313',
  },
  {
    key: 'PTSDREV',
    type: 'P',
    title: 'Ketamine for PTSD review',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10316217',
  },
  {
    key: 'ROD13',
    type: 'P',
    title: 'Rodriguez 2013, 10.1038/npp.2013.150',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3799067',
  },
  {
    key: 'SCOT20',
    type: 'G',
    title: 'NHS Scotland: high-dose SSRIs for depression',
    url: 'https://rightdecisions.scot.nhs.uk/antidepressants-quality-prescribing-a-guide-for-improvement/target-groups-for-review/high-dose-ssris-for-the-treatment-of-depression',
  },
  {
    key: 'SFORD',
    type: 'W',
    title: 'Dr.Oracle summary of 2022 TRD consensus (Sforzini, Molecular Psychiatry)',
    url: 'https://www.droracle.ai/articles/869329/what-evidence-supports-trying-an-antidepressant-at-its-minimum',
  },
  {
    key: 'SUS1',
    type: 'P',
    title: 'SUSTAIN-1 poster abstract',
    url: 'https://develop-sr3snxi-tt7lcx6s5gdv4.us-4.platformsh.site/site/pcn/posters/esketamine-nasal-spray-combined-oral-antidepressant-relapse-prevention-treatment-resistant',
  },
  {
    key: 'T3',
    type: 'P',
    title: 'TRANSFORM-3 benefit-risk table, 10.1002/cpt.2024',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7894501/table/cpt2024-tbl-0002',
  },
  {
    key: 'UTDCOPY',
    type: 'C',
    title: 'Copy of a subscription reference table of antidepressant doses',
    url: 'https://pro.uptodatefree.ir/Show/53818',
  },
  {
    key: 'VADOD',
    type: 'G',
    title: 'VA/DoD MDD guideline 2022, summaries',
    url: 'https://www.usmedicine.com/clinical-topics/depression/dod-and-va-update-guideline-for-management-of-major-depressive-disorder/ and https://joulecma.ca/secure/clinicalupdates/poems/2023/detail/305367/1',
  },
  {
    key: 'WHODDD',
    type: 'L',
    title: 'WHO ATC/DDD file of 2026-04-25 (public scrape)',
    url: 'GitHub repository fabkury/atcd',
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
    key: 'ZARC',
    type: 'P',
    title: 'Zarate commentary on CANMAT, 10.1177/07067437211004023',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8138742/',
  },
  {
    key: 'KET-ONA',
    type: 'C',
    title: 'Oncology Nurse Advisor: Ketalar monograph',
    url: 'https://www.oncologynurseadvisor.com/drug/ketalar/',
  },
]

/** What only the US rows cite. */
export const indicationReferencesUs: readonly Source[] = [
  {
    key: 'HELM25',
    type: 'W',
    title: 'News of monotherapy approval, 2025-01-22',
    url: 'https://helm.news/2025-01-22/fda-approves-spravato-nasal-spray-as-standalone-treatment-treatment.html',
  },
  {
    key: 'LEGAL23',
    type: 'W',
    title: 'Legal News Feed on both alerts (dates)',
    url: 'https://legalnewsfeed.com/2023/10/27/fda-warns-of-health-risks-linked-to-compounded-ketamine-products-amid-rising-psychiatric-use/',
  },
]

/** What only the EU rows cite. */
export const indicationReferencesEu: readonly Source[] = []
