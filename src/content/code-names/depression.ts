/** Names of SNOMED CT concepts of depression. @module */
import { type CodeName, named } from './named.ts'

/** Each concept with the name beside which it was seen. */
export const depressionNames = (): readonly CodeName[] => [
  ...named('snomed-ct', 'ECQM', `
    15193003 Severe recurrent major depression with psychotic features, mood-incongruent
    191604000 Single major depressive episode, severe, with psychosis
    191613003 Recurrent major depressive episodes, severe, with psychosis
    20250007 Severe major depression, single episode, with psychotic features, mood-incongruent
    28475009 Severe recurrent major depression with psychotic features
    33078009 Severe recurrent major depression with psychotic features, mood-congruent
    33736005 Severe major depression with psychotic features, mood-congruent
    430852001 Severe major depression, single episode, with psychotic features
    60099002 Severe major depression with psychotic features, mood-incongruent
    726772006 Major depression with psychotic features
    73867007 Severe major depression with psychotic features
    77911002 Severe major depression, single episode, with psychotic features, mood-congruent
    10811121000119102 Major depressive disorder in mother complicating childbirth
    10811161000119107 Major depressive disorder in mother complicating pregnancy
    14183003 Chronic major depressive disorder, single episode
    15639000 Moderate major depression, single episode
    16264621000119109 Recurrent mild major depressive disorder co-occurrent with anxiety
    16264821000119108 Recurrent severe major depressive disorder co-occurrent with anxiety
    16264901000119109 Recurrent moderate major depressive disorder co-occurrent with anxiety
    16265951000119109 Mild major depressive disorder co-occurrent with anxiety single episode
    16266831000119100 Moderate major depressive disorder co-occurrent with anxiety single episode
    16266991000119108 Severe major depressive disorder co-occurrent with anxiety single episode
    18818009 Moderate recurrent major depression
    191601008 Single major depressive episode, mild
    191602001 Single major depressive episode, moderate
    191610000 Recurrent major depressive episodes, mild
    191611001 Recurrent major depressive episodes, moderate
    251000119105 Severe major depression, single episode
    25922000 Major depressive disorder, single episode with postpartum onset
    2618002 Chronic recurrent major depressive disorder
    268620009 Single major depressive episode
    268621008 Recurrent major depressive episodes
    281000119103 Severe recurrent major depression
    319768000 Recurrent major depressive disorder with melancholic features
    320751009 Major depression, melancholic type
    36474008 Severe recurrent major depression without psychotic features
    36923009 Major depression, single episode
    370143000 Major depressive disorder
    38694004 Recurrent major depressive disorder with atypical features
    39809009 Recurrent major depressive disorder with catatonic features
    40379007 Mild recurrent major depression
    42925002 Major depressive disorder, single episode with atypical features
    450714000 Severe major depression
    63778009 Major depressive disorder, single episode with melancholic features
    66344007 Recurrent major depression
    69392006 Major depressive disorder, single episode with catatonic features
    71336009 Recurrent major depressive disorder with postpartum onset
    719592004 Moderately severe major depression
    720451004 Minimal recurrent major depression
    720452006 Moderately severe recurrent major depression
    720453001 Moderately severe major depression single episode
    720454007 Minimal major depression single episode
    720455008 Minimal major depression
    75084000 Severe major depression without psychotic features
    76441001 Severe major depression, single episode, without psychotic features
    79298009 Mild major depression, single episode
    832007 Moderate major depression
    87512008 Mild major depression
    104851000119103 Postpartum major depression in remission
    191606003 Single major depressive episode, in full remission
    191615005 Recurrent major depressive episodes, in full remission
    19527009 Single episode of major depression in full remission
    30605009 Major depression in partial remission
    33135002 Recurrent major depression in partial remission
    42810003 Major depression in remission
    46244001 Recurrent major depression in full remission
    63412003 Major depression in full remission
    68019004 Recurrent major depression in remission
    70747007 Major depression single episode, in partial remission
    231499006 Endogenous depression first episode
    274948002 Endogenous depression - recurrent
    300706003 Endogenous depression
    321717001 Involutional depression
  `),
  ...named('snomed-ct', 'CODES', `
    1153570009 Treatment resistant depression
  `),
]
