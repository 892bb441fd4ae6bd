import type { LedgerOperations } from '../ledger-operations.ts'
import { countContacts } from '../phone-call/contact-count.queries.ts'
import { listContacts } from '../phone-call/contact.queries.ts'
import { savePhoneCall, setCallFollowUp, withdrawPhoneCall } from '../phone-call/phone-call.service.ts'
import type { claimChannelNames } from '../../domain/channel-names.ts'
import { boardElders, claimBoard } from './board.queries.ts'
import { saveClaimPost } from './claim-post.service.ts'
import { listClaimants, staffToClaim } from './claimant.queries.ts'
import { saveClaimant } from './claimant.service.ts'
import { setClaimFilter } from './claim-filter.service.ts'
import { endClaims, startClaims } from './claim.service.ts'
import { handOverClaims } from './hand-over.service.ts'
import { claimsOfResident } from './resident-claims.queries.ts'

/** What the ledger answers about claims and telephone greetings. */
export const claimOperations = {
  'claim.board': claimBoard,
  'claim.elders': boardElders,
  'claim.ofResident': claimsOfResident,
  'claim.start': startClaims,
  'claim.handOver': handOverClaims,
  'claim.end': endClaims,
  'claim.setFilter': setClaimFilter,
  'claimPost.save': saveClaimPost,
  'claimant.list': (ledger) => listClaimants(ledger),
  'claimant.save': saveClaimant,
  'claimant.staff': (ledger) => staffToClaim(ledger),
  'phoneCall.save': savePhoneCall,
  'phoneCall.withdraw': withdrawPhoneCall,
  'phoneCall.setFollowUp': setCallFollowUp,
  'contact.list': listContacts,
  'contact.counts': countContacts,
} satisfies LedgerOperations<(typeof claimChannelNames)[number]>
