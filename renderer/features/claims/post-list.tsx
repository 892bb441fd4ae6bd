import { ActionIcon, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react'
import type { BoardClaimant, BoardPost, ClaimBoard } from '../../../domain/claim.ts'
import { claimantStateLabels, claimLabels } from '../../../domain/labels/claim.zh.ts'
import { lookAt, useClaimsStore, type BoardPlace } from './claims-store.ts'
import classes from './claims.module.css'

const words = claimLabels.board

interface PostListProps {
  readonly board: ClaimBoard
  /** Null for who may not change posts. */
  readonly onEdit: ((post: BoardPost) => void) | null
}

/** The posts with their members: each line shows its elders, what is overdue is said in words and in red. */
export function PostList({ board, onEdit }: PostListProps) {
  const { unclaimed } = board
  return (
    <nav aria-label={words.posts} className={classes.posts}>
      <div className={classes.views}>
        <Line place={{ view: 'claimed' }} name={words.everybody} count={board.elderCount} />
        <Line place={{ view: 'overdue' }} name={words.overdue} count={board.overdueCount} isTrouble />
        <Line place={{ view: 'unclaimed' }} name={words.unclaimed} count={unclaimed.count} isTrouble />
      </div>
      {board.posts.length === 0 && <Text>{words.noPosts}</Text>}
      {board.posts.map((post) => (
        <section key={post.id} className={classes.post} aria-label={post.name}>
          <div className={classes.postHead}>
            <Title order={2} size="h5">
              {post.name}
            </Title>
            {onEdit !== null && (
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={words.editPost(post.name)}
                onClick={() => onEdit(post)}
              >
                <IconPencil aria-hidden="true" size="1.1rem" />
              </ActionIcon>
            )}
          </div>
          <Text size="sm" c="dimmed">
            {post.isClosed ? words.closedPost : words.every(post.callEveryDays)}
          </Text>
          <Line
            place={{ view: 'claimed', claimPostId: post.id }}
            name={words.everybody}
            text={words.quota(post.elderCount, post.quota)}
            {...(post.elderCount > post.quota
              ? { trouble: words.overQuota(post.elderCount - post.quota) }
              : {})}
          />
          <ul className={classes.claimants}>
            {post.claimants.map((claimant) => (
              <li key={claimant.claimantId}>
                <Line
                  place={{ view: 'claimed', claimPostId: post.id, claimantId: claimant.claimantId }}
                  name={claimant.name === '' ? claimLabels.forgotten : claimant.name}
                  count={claimant.elderCount}
                  {...troubleOf(claimant)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function troubleOf({ state, overdueCount }: BoardClaimant): { readonly trouble?: string } {
  const parts = [
    ...(state === null ? [] : [words.gone(claimantStateLabels[state])]),
    ...(overdueCount === 0 ? [] : [words.overduePeople(overdueCount)]),
  ]
  return parts.length === 0 ? {} : { trouble: parts.join(claimLabels.comma) }
}

interface LineProps {
  readonly place: Partial<BoardPlace>
  readonly name: string
  /** Null where it cannot be told. */
  readonly count?: number | null
  readonly text?: string
  readonly trouble?: string
  /** The count itself is what should be none. */
  readonly isTrouble?: boolean
}

function Line({ place, name, count = null, text, trouble, isTrouble = false }: LineProps) {
  const now = useClaimsStore((store) => store.place)
  const isShown =
    now.view === place.view &&
    now.claimPostId === (place.claimPostId ?? null) &&
    now.claimantId === (place.claimantId ?? null)
  const counted = text ?? (count === null ? '' : words.people(count))
  const isBad = isTrouble && count !== null && count > 0
  return (
    <button type="button" className={classes.line} aria-pressed={isShown} onClick={() => lookAt(place)}>
      <span>{name}</span>
      <span className={isBad ? classes.overdue : undefined}>
        {isBad && <IconAlertTriangle aria-hidden="true" size="1.1rem" />}
        {counted}
      </span>
      {trouble !== undefined && (
        <span className={classes.overdue}>
          <IconAlertTriangle aria-hidden="true" size="1.1rem" />
          {trouble}
        </span>
      )}
    </button>
  )
}
