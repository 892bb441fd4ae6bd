import type { DutyKind } from '../duty/duty-kind.ts'
import { openCaseCountOf } from './help-case.queries.ts'
import { handOverHelpCases } from './help-case.repository.ts'

/** The open requests for help that somebody answers for. */
export const helpCaseDuty: DutyKind = { countOf: openCaseCountOf, handOver: handOverHelpCases }
