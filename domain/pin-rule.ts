/** Whether a PIN is what a passer-by would try first: one digit, or a run of them up or down. */
export function isSimplePin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]))
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}
