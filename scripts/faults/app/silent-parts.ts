import { EventEmitter } from 'node:events'

/** Answers any question with itself, so that a new way of drawing needs no line here. */
export function nothing(): object {
  const silent: object = new Proxy(() => undefined, {
    get: (_target, name) => (name === 'then' || typeof name === 'symbol' ? undefined : silent),
    apply: () => silent,
    construct: () => silent,
  })
  return silent
}

/** Real events and the given members; anything else is drawn nowhere. */
export function emitterWith<T extends object>(members: T): EventEmitter & T {
  const emitter = Object.assign(new EventEmitter(), members)
  return new Proxy(emitter, {
    get: (target, name): unknown => (name in target ? Reflect.get(target, name) : nothing()),
  })
}
