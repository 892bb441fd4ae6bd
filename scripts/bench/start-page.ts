/** What tells in a page that it is painted, and that a key was answered. Shape: expressions of the page. */
export interface PageMarks {
  /** Truthy once the page shows what it is for. */
  readonly isPainted: string
  /** Text that differs before and after the key is answered. */
  readonly keyState: string
}

export const bareWindowMarks: PageMarks = {
  isPainted: `document.querySelector('p')`,
  keyState: `document.querySelector('p').textContent`,
}

/** The names of the staff stand there; the key writes a letter into the password field. */
export const signInMarks: PageMarks = {
  isPainted: `document.activeElement.matches('input[name=password]')`,
  keyState: `document.activeElement.value`,
}

const now = '(performance.timeOrigin + performance.now())'

/** Looks before every frame is painted; when it is true, the first task after that frame gives the time. */
function whenFrameShows(condition: string): string {
  return `new Promise((resolve) => {
    const look = () => {
      if (!(${condition})) return requestAnimationFrame(look)
      const after = new MessageChannel()
      after.port1.onmessage = () => resolve(${now})
      after.port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })`
}

/** Watches the page from the first question on, and waits for a key as soon as it is painted. */
function watch({ isPainted, keyState }: PageMarks, part: 'painted' | 'usable'): string {
  return `(document.benchStart ??= (() => {
    const start = { painted: 0, usable: 0 }
    void ${whenFrameShows(isPainted)}.then((painted) => {
      const before = ${keyState}
      void ${whenFrameShows(`${keyState} !== before`)}.then((usable) => (start.usable = usable))
      start.painted = painted
    })
    return start
  })()).${part}`
}

/** What to ask the page. Unit of the answers: milliseconds since 1970 with fractions; 0 for what is yet to come. */
export function startQuestions(marks: PageMarks) {
  return {
    pageBegun: 'performance.timeOrigin',
    firstPaint: `performance.getEntriesByName('first-contentful-paint')
      .map(({ startTime }) => performance.timeOrigin + startTime)[0] ?? 0`,
    painted: watch(marks, 'painted'),
    usable: watch(marks, 'usable'),
  }
}
