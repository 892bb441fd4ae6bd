import type { ImportField, ImportIssue } from '../roster-import.ts'

type IssueCode = ImportIssue['code']

/** Collects what is found in one row. */
export interface IssueList {
  readonly issues: readonly ImportIssue[]
  readonly warn: (code: IssueCode, field: ImportField) => void
  readonly refuse: (code: IssueCode, field: ImportField) => void
}

export function newIssueList(): IssueList {
  const issues: ImportIssue[] = []
  const add = (code: IssueCode, field: ImportField, isRefusal: boolean) => {
    if (!issues.some((issue) => issue.code === code && issue.field === field))
      issues.push({ code, field, isRefusal })
  }
  return {
    issues,
    warn: (code, field) => add(code, field, false),
    refuse: (code, field) => add(code, field, true),
  }
}

export function isRefused(row: { readonly issues: readonly ImportIssue[] }): boolean {
  return row.issues.some(({ isRefusal }) => isRefusal)
}
