/** What a small file says in each round; longer and shorter by turns. */
export function nameOfRound(round: number): string {
  return `round ${round} ${'x'.repeat((round * 37) % 60)}`
}
