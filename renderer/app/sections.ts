import {
  IconBuildingCommunity,
  IconBuildingEstate,
  IconChartBar,
  IconFileImport,
  IconHeartHandshake,
  IconHistory,
  IconListDetails,
  IconNotebook,
  IconSettings,
  IconUsb,
  IconUsers,
  IconWalk,
} from '@tabler/icons-react'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { claimLabels } from '../../domain/labels/claim.zh.ts'
import type { ChannelName } from '../../domain/contract.ts'

const { navigation, tabs: tabLabels } = appLabels

/** Shape: one page of a section that has several; offered to those who may use what it asks for first. */
export interface SectionTab {
  readonly path: string
  readonly label: string
  readonly channel: ChannelName
}

interface Section extends SectionTab {
  readonly Icon: typeof IconUsers
  /** The pages side by side in it, the section's own first; empty where it has but one. */
  readonly tabs: readonly SectionTab[]
}

/** The parts of the window, in the order of the rail. */
export const sections: readonly Section[] = [
  { path: '/residents', label: navigation.residents, Icon: IconUsers, channel: 'resident.list', tabs: [] },
  {
    path: '/visits',
    label: navigation.visits,
    Icon: IconWalk,
    channel: 'visitRound.list',
    tabs: [
      { path: '/visits', label: tabLabels.rounds, channel: 'visitRound.list' },
      { path: '/visits/due', label: tabLabels.dueVisits, channel: 'dueVisit.list' },
      { path: '/visits/rules', label: tabLabels.visitRules, channel: 'visitRule.list' },
    ],
  },
  {
    path: '/claims',
    label: navigation.claims,
    Icon: IconHeartHandshake,
    channel: 'claim.board',
    tabs: [
      { path: '/claims', label: claimLabels.tabs.board, channel: 'claim.board' },
      { path: '/claims/calls', label: claimLabels.tabs.calls, channel: 'contact.list' },
      { path: '/claims/counts', label: claimLabels.tabs.counts, channel: 'contact.counts' },
      { path: '/claims/people', label: claimLabels.tabs.people, channel: 'claimant.list' },
    ],
  },
  {
    path: '/diary',
    label: navigation.diary,
    Icon: IconNotebook,
    channel: 'diary.list',
    tabs: [{ path: '/diary', label: navigation.diaryEntries, channel: 'diary.list' }],
  },
  {
    path: '/buildings',
    label: navigation.buildings,
    Icon: IconBuildingEstate,
    channel: 'building.page',
    tabs: [],
  },
  {
    path: '/rosters',
    label: navigation.rosters,
    Icon: IconListDetails,
    channel: 'rosterKind.list',
    tabs: [],
  },
  { path: '/counts', label: navigation.counts, Icon: IconChartBar, channel: 'count.sheet', tabs: [] },
  {
    path: '/office',
    label: navigation.office,
    Icon: IconBuildingCommunity,
    channel: 'office.summary',
    tabs: [],
  },
  { path: '/import', label: navigation.import, Icon: IconFileImport, channel: 'import.chooseFile', tabs: [] },
  { path: '/backups', label: navigation.backups, Icon: IconUsb, channel: 'backup.overview', tabs: [] },
  { path: '/records', label: navigation.records, Icon: IconHistory, channel: 'audit.list', tabs: [] },
  { path: '/settings', label: navigation.settings, Icon: IconSettings, channel: 'settings.save', tabs: [] },
]

/** Whether an address lies at a place or below it. */
export function isWithin(location: string, path: string): boolean {
  const place = location === '/' ? '/residents' : location
  return place === path || place.startsWith(`${path}/`)
}

/** The tab an address belongs to: of several that hold it the one that says most. */
export function tabOf(tabs: readonly SectionTab[], location: string): SectionTab | undefined {
  return tabs
    .filter(({ path }) => isWithin(location, path))
    .reduce<SectionTab | undefined>(
      (longest, tab) => (longest === undefined || tab.path.length > longest.path.length ? tab : longest),
      undefined,
    )
}
