import { type ComponentType, createElement, lazy, type ReactElement, useState } from 'react'

export interface PageOnDemand<Props extends object> {
  readonly Page: (props: Props) => ReactElement
  /** Fetches the page's code, so that it is drawn at once when it is wanted. */
  readonly preload: () => Promise<unknown>
}

/** A page whose code comes when it is first wanted, or before. */
export function pageOnDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): PageOnDemand<Props> {
  let loading: Promise<ComponentType<Props>> | undefined
  let loaded: ComponentType<Props> | undefined
  const preload = () => {
    loading ??= load().then((component) => {
      loaded = component
      return component
    })
    return loading
  }
  const Awaited = lazy(async () => ({ default: await preload() })) as ComponentType<Props>
  const Page = (props: Props) => {
    // React holds back what it once waited for by a third of a second; what is here already it need not wait for.
    const [component] = useState(() => ({ draw: loaded ?? Awaited }))
    return createElement(component.draw, props)
  }
  return { Page, preload }
}
