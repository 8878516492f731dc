/** Doses on the command line. @module */
import { doseOptions, type OptionsQuestion } from '../course/dose-options.ts'
import { type Conversion, convertDose } from '../dosing/convert-dose.ts'
import { type AdministrationEvent, type DeliveredOptions, deliveredDose } from '../dosing/delivered.ts'
import { type CoursePlan, infusionCourse } from '../dosing/infusion-course.ts'
import type { Infusion } from '../dosing/infusion-plan.ts'
import { type Order, orderedDose } from '../dosing/ordered.ts'
import { planInfusion } from '../dosing/plan-infusion.ts'
import { type Body, doseWeights } from '../dosing/weights.ts'
import { isObject } from '../judgement/context.ts'
import { badArgument } from '../kernel/codes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { checkDose, type DoseQuestion } from '../screening/check-dose.ts'
import { type Callable, member, overridesIn, patientIn, planIn } from './callable.ts'

/** By `room verb`. */
export const ofDoses: Readonly<Record<string, Callable>> = {
  'dose infusion': {
    takes: 'an object with dose, weight, vial, bag and pump; where wanted previous, confirmed, limits',
    call: (argument, { context }) => {
      if (!isInfusion(argument)) throw new Refusal(badArgument, 'infusion')
      return planInfusion(argument, context)
    },
  },
  'dose check': {
    takes: 'an object with dose and patient; where wanted plan, history, weight, saltFactor, overrides',
    call: (argument, { context, plan }) => {
      if (!isOrdered(argument)) throw new Refusal(badArgument, 'dose')
      return checkDose(
        {
          ...argument,
          patient: patientIn(argument),
          plan: planIn(argument) ?? plan,
          ...overridesIn(argument),
        },
        context,
      )
    },
  },
  'dose options': {
    takes: 'an object with given and patient; where wanted plan, response, tolerability, overrides',
    call: (argument, { context, plan }) => {
      if (!isCourseSoFar(argument)) throw new Refusal(badArgument, 'given')
      return doseOptions(
        {
          ...argument,
          patient: patientIn(argument),
          plan: planIn(argument) ?? plan,
          ...overridesIn(argument),
        },
        context,
      )
    },
  },
  'dose course': {
    takes: 'an object with concentration and steps: how an infusion runs, changes and stops',
    call: (argument) => {
      if (!isCourse(argument)) throw new Refusal(badArgument, 'plan')
      return infusionCourse(argument)
    },
  },
  'dose ordered': {
    takes: 'an object with dose, and where it goes by weight, body: the milligrams it asks for',
    call: (argument) => {
      if (!isOrder(argument)) throw new Refusal(badArgument, 'dose')
      return orderedDose(argument)
    },
  },
  'dose weights': {
    takes: 'an object with weight, and where known height and sex: every weight a dose can be counted on',
    call: (argument) => {
      if (!isBody(argument)) throw new Refusal(badArgument, 'body')
      return doseWeights(argument)
    },
  },
  'dose delivered': {
    takes: 'a list of administrations, or an object with events and where wanted options',
    call: (argument) => {
      const events = Array.isArray(argument) ? argument : member(argument, 'events')
      const options = member(argument, 'options') ?? {}
      if (!isAdministrations(events)) throw new Refusal(badArgument, 'events')
      if (!isOptions(options)) throw new Refusal(badArgument, 'options')
      return deliveredDose(events, options)
    },
  },
  'dose convert': {
    takes: 'an object with from and to, two products: always refused, with what is known of both',
    call: (argument, { context }) => {
      if (!isConversion(argument)) throw new Refusal(badArgument, 'conversion')
      return convertDose(argument, context.content)
    },
  },
}

// The functions look at every member themselves; what is told apart here is the kind of the whole.
function isInfusion(value: unknown): value is Infusion {
  return ['dose', 'weight', 'vial', 'bag', 'pump'].every((key) => isObject(member(value, key)))
}

function isCourse(value: unknown): value is CoursePlan {
  return isObject(value) && Array.isArray(member(value, 'steps'))
}

function isOrdered(value: unknown): value is Omit<DoseQuestion, 'patient' | 'plan' | 'overrides'> {
  return isObject(member(value, 'dose'))
}

function isCourseSoFar(value: unknown): value is Omit<OptionsQuestion, 'patient' | 'plan' | 'overrides'> {
  return Array.isArray(member(value, 'given'))
}

function isOrder(value: unknown): value is Order {
  return isObject(member(value, 'dose'))
}

function isBody(value: unknown): value is Body {
  return isObject(member(value, 'weight'))
}

function isAdministrations(value: unknown): value is readonly AdministrationEvent[] {
  return Array.isArray(value) && value.every(isObject)
}

function isOptions(value: unknown): value is DeliveredOptions {
  return isObject(value) && !Array.isArray(value)
}

function isConversion(value: unknown): value is Conversion {
  return typeof member(value, 'from') === 'string' && typeof member(value, 'to') === 'string'
}
