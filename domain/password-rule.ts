const shortestPassword = 10
const longestPassword = 128

let estimator: ReturnType<typeof passwordEstimator> | undefined

/** Unit: powers of ten of guesses; each guess costs a third of a second and 128 MB. */
const fewestGuesses = 9

/** Whether a password holds out against people who know these words about the office and its owner. */
export async function isStrongPassword(password: string, knownWords: readonly string[]): Promise<boolean> {
  const typed = password.normalize('NFKC')
  const length = [...typed].length
  if (length < shortestPassword || length > longestPassword) return false
  estimator ??= passwordEstimator()
  return (await estimator).check(typed, [...knownWords]).guessesLog10 >= fewestGuesses
}

/** Its dictionaries take a tenth of a second to unfold, which no start of the program should pay for. */
async function passwordEstimator() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}

/** Whether a password is little more than something written about a person, such as a phone number or a birth date. */
export function isMadeOf(password: string, known: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase()
  const word = known.toLowerCase()
  return word.length >= 4 && typed.includes(word) && typed.length - word.length < 6
}
