import { runProgram } from './start-program.ts'

/** What app-places.ts is to try. */
export interface PlaceOrder {
  readonly userData: string
  /** Folders that are there already. */
  readonly places: readonly string[]
  readonly isSettingUp: boolean
}

/** What became of one of them. */
export interface PlaceReport {
  readonly place: string
  /** Of the failure; null when it is admitted, or when all of the set-up went well. */
  readonly code: string | null
  /** The names in the folder afterwards. */
  readonly there: readonly string[]
}

/** Asks the app about each of the places, in order. */
export async function tryPlaces(
  order: PlaceOrder,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly PlaceReport[]> {
  const acks = await runProgram('app-places.ts', order, { environment })
  // Written by app-places.ts.
  return acks.map((ack) => JSON.parse(ack) as PlaceReport)
}
