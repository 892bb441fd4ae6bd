import { beforeEach, expect, it } from 'vitest'
import { noChoices } from '../../../domain/import-choices.ts'
import { useImportStore } from './import-store.ts'

beforeEach(() => useImportStore.setState(useImportStore.getInitialState(), true))

it('shows a decision at once, and no longer where the ledger did not take it', () => {
  const { choicesMade, decideFailed } = useImportStore.getState()
  choicesMade({ isEmptying: true })
  expect(useImportStore.getState().choices).toEqual({ ...noChoices, isEmptying: true })
  const error = new Error('refused')
  decideFailed(error, noChoices)
  expect(useImportStore.getState()).toMatchObject({ choices: noChoices, decideError: error })
  choicesMade({ twoDigitYears: 'latest' })
  expect(useImportStore.getState().decideError).toBeNull()
})
