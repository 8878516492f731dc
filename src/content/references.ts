/** The register of sources: every document a row of the tables cites. A stored copy was read, not the live page. @module */
import type { Source } from '../kernel/evidence.ts'

/** What rows of both packs cite. */
export const references: readonly Source[] = [
  {
    key: 'ANDRASHKO20',
    type: 'P',
    title: 'Andrashko 2020, Frontiers in Psychiatry 11:844: ketamine response with benzodiazepines',
    url: 'doi:10.3389/fpsyt.2020.00844',
  },
  {
    key: 'PI19',
    type: 'C',
    title: 'Spravato US prescribing information, March 2019 text, pages 3-8, 14, 21',
    url: 'http://www.120ty.net/bencandy.php?aid=58243&fid=134 (pages 3, 4, 5, 6, 7, 8, 14, 21)',
  },
  {
    key: 'DRUGDI',
    type: 'C',
    title: 'Drugs.com: Spravato disease interactions',
    url: 'http://www.drugs.com/disease-interactions/esketamine,spravato.html',
  },
  {
    key: 'TABSUL',
    type: 'W',
    title: 'Spravato 84 mg patient page',
    url: 'https://tabsul.com/medicine/spravato-84mg-nasal-spray-dose-kit',
  },
  {
    key: 'HCP-TRD',
    type: 'L',
    title: 'Manufacturer HCP site: TRD dosing overview (pulse oximetry wording)',
    url: 'https://www.spravatohcp.com/dosing-spravato-trd',
  },
  {
    key: 'JNJ-MAOI',
    type: 'L',
    title: 'J&J Medical Connect: concomitant MAOI (2024-11-22)',
    url: 'https://jnjmedicalconnect.com/products/spravato/medical-content/concomitant-use-with-monoamine-oxidase-inhibitors',
  },
  {
    key: 'SMPC-RXR',
    type: 'C',
    title: 'Spravato EU precautions, revision 2025',
    url: 'https://www.rxreasoner.com/monographs/spravato/precautions',
  },
  {
    key: 'SMPC-MYF',
    type: 'C',
    title: 'MIMS Malaysia: full prescribing information',
    url: 'https://prdmimsweb.azurewebsites.net/malaysia/drug/info/spravato?type=full',
  },
  {
    key: 'SMPC-PH',
    type: 'C',
    title: 'MIMS Philippines: drug interactions',
    url: 'https://sit.mimsdev.com/philippines/drug/info/spravato/drug-interactions',
  },
  {
    key: 'SMPC-PT',
    type: 'C',
    title: 'Portuguese patient leaflet',
    url: 'https://medikamio.com/pt-pt/medicamentos/spravato-28-mg-solucao-para-pulverizacao-nasal/pil',
  },
  {
    key: 'DROESK',
    type: 'W',
    title: 'Dr.Oracle summary: esketamine contraindications (cites papers)',
    url: 'https://www.droracle.ai/articles/841138/what-are-the-contraindications-for-esketamine-nasal-spray',
  },
  {
    key: 'KET24',
    type: 'C',
    title: 'Ketalar US label, rev. 10/2024',
    url: 'https://fda.report/DailyMed/46dab560-8ecd-4d92-8c92-6baa2310b09b',
  },
  {
    key: 'KET-ADR',
    type: 'C',
    title: 'Ketalar adverse reactions section',
    url: 'https://medthority.com/fda/k/ketalar/ketalar-ketamine-hydrochloride-10-mgml-general-injectables--vaccines-inc2',
  },
  {
    key: 'KET-UK',
    type: 'C',
    title: 'Ketalar UK precautions (2019)',
    url: 'https://rxreasoner.com/monographs/ketalar/precautions',
  },
  {
    key: 'KET-CH',
    type: 'C',
    title: 'Swiss ketamine professional information, contraindications',
    url: 'https://ch.oddb.org:443/en/gcc/fachinfo/reg/67199/chapter/contra_indications',
  },
  {
    key: 'KET-IT',
    type: 'C',
    title: 'Pharmamedix (IT): ketamine contraindications',
    url: 'https://pharmamedix.com/principiovoce.php?pa=Ketamina&vo=Controindicazioni',
  },
  {
    key: 'KETPH',
    type: 'C',
    title: 'MIMS Philippines: ketamine special precautions',
    url: 'https://sit.mimsdev.com/philippines/drug/info/ketamax/special-precautions',
  },
  {
    key: 'ESAFE',
    type: 'G',
    title: 'e-SAFE anaesthesia: when to avoid ketamine',
    url: 'https://www.e-safe-anaesthesia.org/sessions/06_05/d/ELFH_Session/1216/tab_1370.html',
  },
  {
    key: 'FDA23',
    type: 'L',
    title: 'FDA alert of 2023-10-10, copy',
    url: 'http://www.drugs.com/fda-alerts/1411-0.html',
  },
  {
    key: 'CPSBC',
    type: 'G',
    title: 'Summary of BC college draft standard, 2021',
    url: 'https://www.katacanada.org/uncategorized/deadline-passed-parenteral-use-of-ketamine-for-the-treatment-of-mood-disorders-cpsbc/',
  },
  {
    key: 'SAN17',
    type: 'G',
    title: 'Sanacora 2017 consensus, 10.1001/jamapsychiatry.2017.0080 (abstract)',
    url: 'https://www.scribd.com/document/516432450/A-Consensus-Statement-on-the-Use-of-Ketamine-in-the-Treatment-of-Mood-Disorders-2017',
  },
  {
    key: 'ASRA18',
    type: 'G',
    title: 'ASRA/AAPM/ASA IV ketamine chronic pain 2018, 10.1097/AAP.0000000000000808',
    url: 'https://www.guidelinecentral.com/guideline/8150/ and https://www.medcentral.com/pain/interventions/asra-aapm-asa-release-first-iv-ketamine-infusion-guidelines',
  },
  {
    key: 'CRTCE',
    type: 'W',
    title: 'Canadian Rapid Treatment Center of Excellence FAQ',
    url: 'https://crtce.com/faq',
  },
  {
    key: 'PSYON',
    type: 'W',
    title: 'Psyon clinic exclusion criteria',
    url: 'https://www.psyon.cz/en/faq/exclusion-criteria/',
  },
  {
    key: 'ANDR-5',
    type: 'P',
    title: 'Andrade 2017: interactions',
    url: 'https://dev2.psychiatrist.com/jcp/ketamine-for-depression-pharmacokinetic-and-pharmacodynamic-drug-interactions',
  },
  {
    key: 'SZAR20',
    type: 'P',
    title: 'Szarmach 2020, 10.2147/NDT.S273287',
    url: 'https://www.dovepress.com/metabolic-risk-factors-and-cardiovascular-safety-in-ketamine-use-for-t-peer-reviewed-article-NDT',
  },
  {
    key: 'PEL11',
    type: 'P',
    title: 'Peltoniemi 2011, 10.1038/clpt.2011.140',
    url: 'https://research.utu.fi/converis/portal/detail/Publication/3209422?lang=en_GB',
  },
  {
    key: 'RIF12',
    type: 'P',
    title: 'Peltoniemi 2012 rifampicin, 10.1111/j.1742-7843.2012.00908.x',
    url: 'https://research.utu.fi/converis/portal/detail/Publication/1356588?lang=en_GB',
  },
  {
    key: 'SJW12',
    type: 'P',
    title: "Peltoniemi 2012 St John's wort",
    url: 'https://discovery.researcher.life/article/st-john-s-wort-greatly-decreases-the-plasma-concentrations-of-oral-s-ketamine/86327f582b9f36efa9b4de155d282016',
  },
  {
    key: 'GFJ',
    type: 'P',
    title: 'Grapefruit juice and oral S-ketamine',
    url: 'https://discovery.researcher.life/article/sketamine-concentrations-are-greatly-increased-by-grapefruit-juice/ea76ef16431a3d6987ad1a10fcd7ceba',
  },
  {
    key: 'CLAR10',
    type: 'P',
    title: 'Hagelberg 2010, 10.1016/j.ejpain.2009.10.003',
    url: 'https://www.ncbi.nlm.nih.gov/pubmed/19897389?dopt=Abstract',
  },
  {
    key: 'VER21',
    type: 'P',
    title: 'Veraart 2021, 10.1093/ijnp/pyab039',
    url: 'https://research.rug.nl/en/publications/pharmacodynamic-interactions-between-ketamine-and-psychiatric-med',
  },
  {
    key: 'BIPREV',
    type: 'P',
    title: 'Review of RCTs, MDD and bipolar, 10.9740/mhc.2017.01.016',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6007654',
  },
  {
    key: 'BIPWIL',
    type: 'P',
    title: 'Wilkowska 2021, 10.2147/NDT.S325000',
    url: 'https://www.dovepress.com/front_end/intravenous-ketamine-infusions-in-treatment-resistant-bipolar-depressi-peer-reviewed-fulltext-article-NDT',
  },
  {
    key: 'KIC22',
    type: 'P',
    title: 'Ketamine-induced cystitis review, 10.52965/001c.38247',
    url: 'https://doi.org/10.52965/001c.38247 (abstract copy on the OUCI index)',
  },
  {
    key: 'LUTS19',
    type: 'P',
    title: 'Ketamine and LUTS, Taiwan',
    url: 'https://www.nature.com/articles/s41598-019-43746-x',
  },
  {
    key: 'COT21',
    type: 'P',
    title: 'Cotter 2021, 10.1007/s40264-021-01120-9',
    url: 'https://distantreader.org/stacks/cord/cord-0956006-hmgvzzrj.txt',
  },
  {
    key: 'OKTRIAL',
    type: 'P',
    title: 'Oral esketamine trial eligibility table (Dutch)',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6884875/table/Tab1',
  },
  {
    key: 'SITRIAL',
    type: 'P',
    title: 'Inpatient suicidality trial eligibility table',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC10812090/table/T1',
  },
  {
    key: 'NCTAUD',
    type: 'P',
    title: 'NCT05661669 eligibility',
    url: 'https://trials.co/clinical-trials-details/-/NCT05661669',
  },
  {
    key: 'PI20D',
    type: 'C',
    title: 'US brief summary 2020: MOAA/S definition and blood-pressure table',
    url: 'https://www.usmedicine.com/2021online-dir/inc/html/35.html',
  },
  {
    key: 'EUPIL22',
    type: 'L',
    title: 'EU package leaflet text, Feb 2022, in a public FHIR electronic product information example',
    url: 'GitHub joofio/test-epi-composition, input/fsh/examples/spravato.fsh',
  },
  {
    key: 'SMPC-RXS',
    type: 'C',
    title: 'Esketamine interactions and precautions, EU text by substance',
    url: 'https://rxreasoner.com/substances/esketamine/precautions',
  },
  {
    key: 'SMPC-MYB',
    type: 'C',
    title: 'MIMS Malaysia: Spravato concise prescribing information',
    url: 'https://www.mims.com/malaysia/drug/info/spravato?type=brief',
  },
  {
    key: 'KETANEST',
    type: 'L',
    title: 'Pfizer Norway: Ketanest (esketamine injection) safety information, SmPC of 2019-07-11',
    url: 'https://www.pfizer.no/helsepersonell/legemiddel/ketanest/ketanest-sikkerhetsinformasjon',
  },
  {
    key: 'KETPH-DI',
    type: 'C',
    title: 'MIMS Philippines: ketamine (Ketamax) drug interactions',
    url: 'https://sit.mimsdev.com/philippines/drug/info/ketamax/drug-interactions',
  },
  {
    key: 'PDR',
    type: 'C',
    title: 'PDR: Ketalar summary (administration rate, contraindications)',
    url: 'https://physician.pdr.net/drug-summary/Ketalar-ketamine-hydrochloride-1999 and http://pdr.net/drug-summary/Ketalar-ketamine-hydrochloride-1999',
  },
  {
    key: 'JNJ-NASAL',
    type: 'L',
    title: 'J&J Medical Connect: other intranasal medicines (2024-10-28)',
    url: 'https://jnjmedicalconnect.com/products/spravato/medical-content/drug-interactions-of-spravato-with-other-intranasal-medication',
  },
  {
    key: 'JNJ-AHT',
    type: 'L',
    title: 'J&J Medical Connect: use with antihypertensive medicines',
    url: 'https://www.jnjmedicalconnect.com/products/spravato/medical-content/concomitant-use-of-spravato-with-antihypertensive-medications',
  },
  {
    key: 'KAASSN',
    type: 'W',
    title:
      'Ketamine association web guides (safety protocols, dosing protocols) in a public repository; authorship and review unverified, may be machine-written: pointer only',
    url: 'GitHub repository Julianb233/ketamine-association (content/articles)',
  },
  {
    key: 'JNJCV',
    type: 'L',
    title: 'Manufacturer medical information: cardiovascular effects (phase 3 predose BP rule)',
    url: 'https://janssenscience.com/products/spravato/medical-content/adverse-event-of-spravato-cardiovascular-effects',
  },
  {
    key: 'ACCEL',
    type: 'W',
    title: 'Accelerated psychiatry clinic, page for referrers',
    url: 'https://www.acceleratedpsychiatry.com/for-providers',
  },
  {
    key: 'NCTKU',
    type: 'P',
    title: 'NCT06085937 eligibility (ED suicidality)',
    url: 'https://clinicaltrialexchange.com/clinical-trials/Feasibility-and-Safety-of-Ketamine-for-Suicidal-Patients-in-the-Emergency-Department/NCT06085937',
  },
  {
    key: 'NCTOLD',
    type: 'P',
    title: 'Late-life ketamine trial, table 1, 10.1016/j.conctc.2019.100432',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6727003/table/tbl1',
  },
  {
    key: 'NCTPET',
    type: 'P',
    title: 'NCT07139106 eligibility',
    url: 'https://ignite-sd.com/clinical/show/eligibilitymodule/783542',
  },
  {
    key: 'NCTCL',
    type: 'P',
    title: 'NCT04154150 eligibility',
    url: 'https://www.ignite-sd.com/clinical/show/eligibilitymodule/28137',
  },
  {
    key: 'NCTPREG',
    type: 'P',
    title: 'NCT03788694 eligibility',
    url: 'https://ignite-sd.com/clinical/show/eligibilitymodule/103581',
  },
  {
    key: 'NCTCSS',
    type: 'P',
    title: 'NCT05991232 eligibility',
    url: 'https://ignite-sd.com/clinical/show/eligibilitymodule/59643',
  },
  {
    key: 'OXTRT',
    type: 'G',
    title: 'Oxford Health NHS ketamine service: treatment page (earlier version)',
    url: 'https://www.oxfordhealth.nhs.uk/ketamine-service/treatment/',
  },
  {
    key: 'ISHA',
    type: 'W',
    title: 'Tele-clinic consent form, 2024',
    url: 'https://isha.health/consent-form',
  },
  {
    key: 'NORTHR',
    type: 'W',
    title: 'Psychiatry office: IM ketamine',
    url: 'https://www.northruppsychiatry.com/newer-depression-therapies/ketamine-treatment/what-to-expect-with-ketamine/',
  },
  {
    key: 'MINDB',
    type: 'W',
    title: 'Tele-clinic: medicines to avoid',
    url: 'https://mindbloom-faq.helpscoutdocs.com/article/56-are-there-any-medications-i-should-avoid-during-ketamine-treatment',
  },
  {
    key: 'SIMPLE',
    type: 'W',
    title: 'Psychopharmacology review page: ketamine with stimulants',
    url: 'https://simpleandpractical.com/ketamine-stimulants',
  },
  {
    key: 'BZVA',
    type: 'G',
    title: 'Benzodiazepine tapering guideline card, table 7 (VA/DoD 2021 and Ashton columns)',
    url: 'https://eguideline.guidelinecentral.com/i/1532950/18',
  },
  {
    key: 'CSSRST',
    type: 'G',
    title: 'Columbia C-SSRS triage guidelines (copies of two versions)',
    url: 'https://fdocuments.in/document/microsoft-word-c-ssrs-triage-web-view-clinical-triage-and-workflow-guidelines.html and https://docsbay.net/doc/914678/c-ssrs-triage-guidelines',
  },
  {
    key: 'ZEROS',
    type: 'G',
    title: 'Zero Suicide toolkit: identify',
    url: 'https://zerosuicide.edc.org/toolkit/identify',
  },
  {
    key: 'ANDR-4',
    type: 'P',
    title: 'Andrade 2017: dose, rate, route, duration',
    url: 'https://dev2.psychiatrist.com/jcp/ketamine-for-depression-dosing-administration-and-duration',
  },
  {
    key: 'SMPC-UK',
    type: 'L',
    title: 'Janssen UK prescribing information summary',
    url: 'https://www.janssen-pi.co.uk/en/product-information/32',
  },
  {
    key: 'BIO',
    type: 'W',
    title: 'Bioavailability summary',
    url: 'https://hendrickstherapy.com/bioavailability',
  },
  {
    key: 'CHONG',
    type: 'P',
    title: 'Chong 2006: SL and oral bioavailability',
    url: 'https://www.ketamine.com/bioavailability.html',
  },
  {
    key: 'MONO',
    type: 'C',
    title: 'Spravato monograph with PK values',
    url: 'http://butalbitalapap.org/index-4966.html',
  },
  {
    key: 'DRO-K',
    type: 'W',
    title: 'Dr.Oracle summary: ketamine contraindications (cites label)',
    url: 'https://www.droracle.ai/articles/584368/what-are-the-contraindications-for-ketamine',
  },
  {
    key: 'EPO',
    type: 'C',
    title: 'Epocrates Spravato monograph (boxed warning incl. respiratory depression)',
    url: 'https://epocrates.com/online/drugs/8582/spravato',
  },
  {
    key: 'KET-INP',
    type: 'C',
    title: 'InpharmD answer quoting Ketalar label',
    url: 'https://inpharmd.com/can-ketamine-provide-rapid-onset-anti-suicidal-benefit-for-patients-with-acute-severe-suicidal-ideation',
  },
  {
    key: 'KET-UKD',
    type: 'C',
    title: 'Ketalar UK text copy (contraindications, recovery)',
    url: 'https://www.denverdrugstore.com/product-category/ketalar-injection-100mgml-10ml/',
  },
  {
    key: 'MEDIE',
    type: 'L',
    title: 'medicines.ie: Spravato SmPC/leaflet change history to 2024-12-17',
    url: 'https://medicines.ie/medicines/spravato-28-mg-nasal-spray-solution-35070/doc-history',
  },
  {
    key: 'PI20',
    type: 'C',
    title: 'Spravato US brief summary / safety information (2020 text)',
    url: 'https://www.usmedicine.com/2021online-dir/inc/html/30.html and .../33.html',
  },
  {
    key: 'PMF',
    type: 'C',
    title: 'Copy of patient monitoring form',
    url: 'https://manualspro.net/445029-spravato-patient-monitoring-form-instructions',
  },
  {
    key: 'PPNT',
    type: 'C',
    title:
      'Current US Spravato label copy: boxed warning with respiratory depression, 5.1 and 5.2, section numbers (PrescriberPoint)',
    url: 'https://prescriberpoint.com/therapies/spravato-d81a6a7',
  },
  {
    key: 'SMPC-MY',
    type: 'C',
    title: 'MIMS Malaysia: special precautions',
    url: 'https://prdmimsweb.azurewebsites.net/malaysia/drug/info/spravato/special-precautions',
  },
  {
    key: 'WCM',
    type: 'C',
    title: 'Spravato indications and important safety information (section numbers of 2023+ label)',
    url: 'https://wcmedicine.com/?p=441',
  },
]

/** What only rows of the United States cite. */
export const referencesUs: readonly Source[] = [
  {
    key: 'RXL',
    type: 'C',
    title: 'RxList Spravato side effects',
    url: 'https://www.rxlist.com/spravato-side-effects-drug-center.htm',
  },
  {
    key: 'PILLS',
    type: 'C',
    title: 'Current US Spravato label copy: boxed warning and its section numbers 5.1-5.6',
    url: 'https://pillsync.com/drug/spravato-esketamine-hydrochloride-solution/janssen-pharmaceuticals-inc/ndc/d81a6a79-a74a-44b7-822c-0dfa3036eaed',
  },
]

/** What only rows of the European Union, the United Kingdom and Switzerland cite. */
export const referencesEu: readonly Source[] = [
  {
    key: 'SWISS',
    type: 'L',
    title: 'Swissmedic professional information 67103 (Spravato), indications and setting',
    url: 'https://www.swissmedicinfo.ch/ShowText.aspx?textType=FI&lang=IT&authNr=67103',
  },
  {
    key: 'SMPC-IT',
    type: 'C',
    title: 'Italian copy of the EU text, 2022: contraindications',
    url: 'https://silhouettedonna.it/salute-news/salute/farmaci/spravato-spray-1fl-28mg-02ml-janssen-cilag-spa',
  },
  {
    key: 'SMPC-LU',
    type: 'C',
    title: 'Vademecum (Luxembourg product): contraindications',
    url: 'https://vademecum.es/luxemburgo/medicamento/45018440/spravato-nasal-spray-solution-28-mg-dose',
  },
  {
    key: 'DE22',
    type: 'L',
    title: 'Janssen-Cilag Germany: mandatory product text in a 2022 congress programme',
    url: 'http://cpo-media.net/BBS2022/HTML/31/',
  },
]

/**
 * The documents in which codes were seen with their names, and others that only codes, facts, products and tables of
 * equivalents cite. They stand behind no rule, so no pack carries them.
 *
 * @example
 * ```ts
 * codeSources.find((source) => source.key === 'SYNTHEA')?.type // => 'W'
 * ```
 */
export const codeSources: readonly Source[] = [
  {
    key: 'CODES',
    type: 'P',
    title:
      'Code checks in public repositories: CPIC schema `drug.sql` (RxNorm), DICOM and HL7 value-set files and others (SNOMED CT, ATC)',
    url: 'GitHub repository cpicpgx/cpic-schema; bvdh/dicom-terminology-in-fhir; HL7/personal-health-record-format-ig',
  },
  {
    key: 'RXATC',
    type: 'P',
    title:
      'RxNorm ingredients grouped by ATC class (RxNav-derived list in public code; registry object `medications_cc_registry`; repository name not shown)',
    url: 'public GitHub code',
  },
  {
    key: 'PDDI',
    type: 'P',
    title: 'Notes on NDF-RT versus WorldVista interaction overlap, with RxNorm ids and names',
    url: 'public GitHub notes',
  },
  {
    key: 'GMSDE',
    type: 'P',
    title: 'Manchester clinical code sets: esketamine nasal spray',
    url: 'GitHub UoM-Data-Science-Platforms/gm-sde, shared/clinical-code-sets/medications/esketamine',
  },
  {
    key: 'SCTOOL',
    type: 'P',
    title:
      'SNOMED template/authoring code: 432119003 Aneurysm (disorder); 24551003 Arteriovenous malformation as morphology',
    url: 'public GitHub code (SNOMED tooling)',
  },
  {
    key: 'ICDQ28',
    type: 'C',
    title:
      'ICD-10-CM tabular text of category Q28 with inclusion terms and exclusions (also names I60.8, I72.0, Q27.8)',
    url: 'https://icd10coded.com/cm/Q28.0',
  },
  {
    key: 'NHSICD',
    type: 'L',
    title: 'NHS ICD-10 5th edition browser, block I60-I69 (inclusion notes of I60.7, I60.8)',
    url: 'https://classbrowser.nhs.uk/ICD-10-5TH-Edition/vol1/block-i60-i69.htm',
  },
  {
    key: 'DDBI67',
    type: 'C',
    title: 'ICD-10 I67.1 inclusion terms',
    url: 'https://www.diseasedb.com/icd10/I67.1',
  },
  {
    key: 'CODAN25',
    type: 'W',
    title:
      'Coding note 2025: treated aneurysm history is Z86.79; old traumatic intracranial bleed Z87.820 (second page)',
    url: 'https://codingclarified.com/medical-coding-brain-aneurysms and https://legalclarity.org/history-of-subdural-hematoma-icd-10-z87-820-vs-z86-79/',
  },
  {
    key: 'BZWHO',
    type: 'G',
    title: 'WHO 2009 withdrawal guideline, table 8',
    url: 'https://ncbi.nlm.nih.gov/books/NBK310652/table/part4.t9/',
  },
  {
    key: 'BZSCOT',
    type: 'G',
    title: 'NHS Scotland: switching to diazepam',
    url: 'https://rightdecisions.scot.nhs.uk/benzodiazepines-and-z-drugs-quality-prescribing-a-guide-for-improvement/reducing-stopping-and-switching/switching-to-diazepam',
  },
  {
    key: 'SYNTHEA',
    type: 'W',
    title: 'Synthea sample FHIR R4 bundles: codes with their displays',
    url: 'https://github.com/smart-on-fhir/generated-sample-data',
  },
  {
    key: 'ECQM',
    type: 'W',
    title: 'Value sets of US quality measures in FHIR R4: codes with their displays (commit 04f5c49)',
    url: 'https://github.com/cqframework/ecqm-content-r4, input/vocabulary/valueset',
  },
  {
    key: 'NAPKON',
    type: 'W',
    title: 'Value set of heart diseases of a German research network: codes with their displays',
    url: 'https://github.com/BIH-CEI/napkon-cardiology, input/fsh/cardiology/vs-cardiology-diseases-codes.fsh',
  },
  {
    key: 'USCORE',
    type: 'W',
    title: 'US Core example resources: observation codes with their displays',
    url: 'https://github.com/HL7/US-Core, input/examples',
  },
  {
    key: 'OPIOIDCDS',
    type: 'W',
    title: 'Opioid decision support sample requests: RxNorm codes with their displays',
    url: 'https://github.com/cqframework/opioid-cds-r4',
  },
  {
    key: 'NDC',
    type: 'L',
    title: 'openFDA NDC records: Spravato 50458-028; Ketalar 42023-113; ketamine injections',
    url: 'https://api.fda.gov/drug/ndc.json?search=product_ndc%3A%2250458-028%22',
  },
]
