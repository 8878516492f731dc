/** Which observations a session asks for. @module */
import type { MonitoringSchedule } from '../../kernel/content.ts'

/** Rows alike in both packs. */
export const schedules = (): readonly MonitoringSchedule[] => []
