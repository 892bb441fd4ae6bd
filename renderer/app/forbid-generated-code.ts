import { config } from 'zod'

// The security policy forbids code made from text, so zod must not even try.
config({ jitless: true })
