/* eslint-disable no-eval, no-new-func, @typescript-eslint/no-implied-eval, @typescript-eslint/no-deprecated -- trying what is forbidden is what this file is for */

/**
 * Everything a page taken over would try to get out with or to get in with. It runs in the page, so it can use nothing
 * from outside. Shape: per attempt what became of it, "blocked: ..." or "went through: ...".
 */
export async function hostilePage(port: number): Promise<Record<string, string>> {
  const trap = `http://127.0.0.1:${port}`
  const outcomes: Record<string, string> = {}
  const patience = 1500

  const late = () =>
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), patience))
  /** An attempt succeeds only by an answer; an error, a refusal and silence are the wall holding. */
  const attempt = async (name: string, act: () => unknown) => {
    try {
      const got = await Promise.race([Promise.resolve().then(act), late()])
      outcomes[name] = `went through: ${String(got)}`
    } catch (error) {
      outcomes[name] = `blocked: ${error instanceof Error ? error.name : String(error)}`
    }
  }
  const loads = (element: HTMLElement & { src?: string }) =>
    new Promise((resolve, reject) => {
      element.onload = () => resolve('load')
      element.onerror = () => reject(new Error('error'))
      document.body.append(element)
    })
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, values: object) =>
    Object.assign(document.createElement(tag), values)

  await attempt('fetch', () => fetch(trap))
  await attempt('fetch of a file', () => fetch('file:///etc/passwd'))
  await attempt('fetch of the own files', () => fetch('app://linli/index.html'))
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest()
    request.open('GET', trap, false)
    request.send()
    return request.status
  })
  await attempt('WebSocket', () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`)
    return new Promise((resolve, reject) => {
      socket.onopen = () => resolve('open')
      socket.onerror = () => reject(new Error('error'))
    })
  })
  await attempt('EventSource', () => {
    const source = new EventSource(trap)
    return new Promise((resolve, reject) => {
      source.onopen = () => resolve('open')
      source.onerror = () => reject(new Error('error'))
    })
  })
  await attempt('WebTransport', () => new WebTransport(`https://127.0.0.1:${port}`).ready)
  for (const url of [
    `stun:127.0.0.1:${port}`,
    `turn:127.0.0.1:${port}?transport=tcp`,
    `turn:127.0.0.1:${port}`,
  ]) {
    await attempt(`WebRTC ${url.split(':', 1)[0] ?? ''}${url.includes('tcp') ? ' tcp' : ''}`, async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: url, username: 'a', credential: 'b' }] })
      peer.createDataChannel('x')
      const seen: string[] = []
      peer.onicecandidate = ({ candidate }) => {
        if (candidate !== null) seen.push(candidate.candidate)
      }
      await peer.setLocalDescription(await peer.createOffer())
      await new Promise((resolve) => setTimeout(resolve, 1000))
      peer.close()
      // Candidates of this machine alone never left it; one learnt from a server did.
      if (!seen.some((candidate) => /typ (srflx|relay)/.test(candidate))) throw new Error('told by the trap')
      return seen.join(' ')
    })
  }
  await attempt('beacon', () => {
    // It answers true for what the policy then drops: only the trap knows.
    navigator.sendBeacon(trap, 'x')
    throw new Error('told by the trap')
  })
  await attempt('import()', () => import(/* @vite-ignore */ `${trap}/x.js`))
  await attempt('import() of data', () => {
    const source = 'data:text/javascript,export default 1'
    return import(/* @vite-ignore */ source)
  })
  await attempt('eval', () => (0, eval)('1 + 1') as unknown)
  await attempt('new Function', () => (new Function('return 2') as () => number)())
  await attempt('timeout of text', () => {
    const mark = { hit: false }
    Object.assign(globalThis, { hostileMark: mark })
    setTimeout('hostileMark.hit = true' as unknown as () => void, 0)
    return new Promise((resolve, reject) => {
      setTimeout(() => (mark.hit ? resolve('ran') : reject(new Error('did not run'))), 50)
    })
  })
  await attempt('inline handler', () => {
    const mark = { hit: false }
    Object.assign(globalThis, { handlerMark: mark })
    const button = document.createElement('button')
    button.setAttribute('onclick', 'handlerMark.hit = true')
    button.click()
    if (!mark.hit) throw new Error('did not run')
  })
  await attempt('inline script', () => {
    const mark = { hit: false }
    Object.assign(globalThis, { scriptMark: mark })
    document.body.append(make('script', { text: 'scriptMark.hit = true' }))
    if (!mark.hit) throw new Error('did not run')
  })
  await attempt('script element', () => loads(make('script', { src: `${trap}/x.js` })))
  await attempt('innerHTML', () => (document.createElement('div').innerHTML = '<b>x</b>'))
  await attempt('a Trusted Types policy', () =>
    (
      globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
    ).trustedTypes.createPolicy('x', { createHTML: (text: string) => text }),
  )
  await attempt('document.write', () => document.write('<b>x</b>'))
  await attempt('javascript: address', () => {
    const mark = { hit: false }
    Object.assign(globalThis, { addressMark: mark })
    make('a', { href: 'javascript:void(addressMark.hit = true)' }).click()
    return new Promise((resolve, reject) => {
      setTimeout(() => (mark.hit ? resolve('ran') : reject(new Error('did not run'))), 100)
    })
  })
  for (const [name, src] of [
    ['iframe', trap],
    ['iframe of data', 'data:text/html,<script>1</script>'],
    ['iframe of the app', 'app://linli/index.html'],
  ] as const) {
    await attempt(name, async () => {
      const frame = make('iframe', { src })
      await loads(frame)
      // A frame that was refused shows an error page of another origin, which counts as loaded.
      const document = frame.contentDocument
      if (document === null || document.URL === 'about:blank') throw new Error('refused')
      return document.URL
    })
  }
  await attempt('object', () => loads(make('object', { data: trap })))
  await attempt('embed', () => loads(make('embed', { src: trap })))
  await attempt('image', () => loads(make('img', { src: `${trap}/x.png` })))
  await attempt('stylesheet', () => loads(make('link', { rel: 'stylesheet', href: `${trap}/x.css` })))
  await attempt('background', () => {
    document.body.style.backgroundImage = `url(${trap}/b.png)`
    throw new Error('told by the trap')
  })
  await attempt('font', () => new FontFace('x', `url(${trap}/x.woff2)`).load())
  await attempt('video', () => {
    const video = make('video', { src: `${trap}/x.mp4` })
    return new Promise((resolve, reject) => {
      video.onloadeddata = () => resolve('data')
      video.onerror = () => reject(new Error('error'))
    })
  })
  for (const rel of [
    'preconnect',
    'dns-prefetch',
    'prefetch',
    'preload',
    'modulepreload',
    'manifest',
    'icon',
  ]) {
    await attempt(`link ${rel}`, () => {
      document.head.append(
        make('link', { rel, href: rel === 'dns-prefetch' ? trap : `${trap}/${rel}`, as: 'script' }),
      )
      throw new Error('told by the trap')
    })
  }
  await attempt('form', () => {
    const form = make('form', { action: trap, method: 'post' })
    document.body.append(form)
    form.submit()
    throw new Error('told by the trap')
  })
  await attempt('worker', () => {
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })))
    return new Promise((resolve, reject) => {
      worker.onmessage = () => resolve('answered')
      worker.onerror = () => reject(new Error('error'))
    })
  })
  await attempt('service worker', () => navigator.serviceWorker.register('app://linli/index.html'))
  await attempt('window.open', () => {
    if (window.open(trap) === null) throw new Error('null')
  })
  await attempt('window.open of a program', () => {
    if (window.open('mailto:a@example.org') === null) throw new Error('null')
  })
  await attempt('download link', () => {
    make('a', { href: URL.createObjectURL(new Blob(['x'])), download: 'hostile.exe' }).click()
    throw new Error('told by main')
  })
  await attempt('reading the clipboard', () => navigator.clipboard.readText())
  await attempt('pasting', () => {
    const field = document.createElement('textarea')
    document.body.append(field)
    field.focus()
    document.execCommand('paste')
    if (field.value === '') throw new Error('nothing')
    return field.value
  })
  await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }))
  await attempt('screen', () => navigator.mediaDevices.getDisplayMedia())
  await attempt(
    'place',
    () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
  )
  await attempt('notification', async () => {
    if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied')
  })
  await attempt('persistent storage', async () => {
    if (!(await navigator.storage.persist())) throw new Error('denied')
  })
  await attempt('USB', () =>
    (navigator as unknown as { usb: { requestDevice: (o: object) => unknown } }).usb.requestDevice({
      filters: [],
    }),
  )
  for (const name of ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']) {
    await attempt(name, () => {
      if (!(name in globalThis)) throw new Error('not there')
    })
  }
  await attempt('prototype of the bridge', () => {
    const { ledger } = globalThis as unknown as { ledger: Record<string, unknown> }
    ledger['app.state'] = 1
    if (typeof ledger['app.state'] === 'function') throw new Error('frozen')
  })
  await attempt('print()', () => {
    const seen = { count: 0 }
    addEventListener('beforeprint', () => (seen.count += 1))
    window.print()
    if (seen.count === 0) throw new Error('ignored')
  })
  await attempt('location', () => {
    location.href = trap
    throw new Error('told by the trap')
  })
  await attempt('refresh', () => {
    document.head.append(make('meta', { httpEquiv: 'refresh', content: `0;url=${trap}` }))
    throw new Error('told by the trap')
  })
  await new Promise((resolve) => setTimeout(resolve, patience))
  return outcomes
}
