import type { ImportField, ImportIssue } from '../roster-import.ts'

type IssueCode = ImportIssue['code']

/** Collects what is found in one row. */
export interface IssueList {
  readonly issues: readonly ImportIssue[]
  readonly warn: (code: IssueCode, field: ImportField, told?: Told) => void
  readonly refuse: (code: IssueCode, field: ImportField, told?: Told) => void
}

/** Shape: the word that was not understood, or what probably stood there. */
type Told = Pick<ImportIssue, 'value' | 'likely'>

export function newIssueList(): IssueList {
  const issues: ImportIssue[] = []
  const add = (code: IssueCode, field: ImportField, isRefusal: boolean, told: Told = {}) => {
    const isSame = (issue: ImportIssue) =>
      issue.code === code && issue.field === field && issue.value === told.value
    if (!issues.some(isSame)) issues.push({ code, field, isRefusal, ...told })
  }
  return {
    issues,
    warn: (code, field, told) => add(code, field, false, told),
    refuse: (code, field, told) => add(code, field, true, told),
  }
}

export function isRefused(row: { readonly issues: readonly ImportIssue[] }): boolean {
  return row.issues.some(({ isRefusal }) => isRefusal)
}
