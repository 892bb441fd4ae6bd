import { Text } from '@mantine/core'
import type { ComponentType } from 'react'
import { Link, Route, Switch } from 'wouter'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { ResidentsPage } from '../features/residents/residents-page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { loadPage } from './load-page.ts'
import { type PageOnDemand, pageOnDemand } from './page-on-demand.ts'

/** A page that comes with everything pages are drawn with. */
function page<Props extends object>(load: () => Promise<ComponentType<Props>>): PageOnDemand<Props> {
  return pageOnDemand(() => loadPage(load))
}

const residentPage = page(async () => (await import('../features/residents/resident-page.tsx')).ResidentPage)
const familyPage = page(async () => (await import('../features/residents/family-page.tsx')).FamilyPage)
const residentConditions = page(
  async () => (await import('../features/residents/resident-conditions.tsx')).ResidentConditions,
)
const sealedPeoplePage = page(
  async () => (await import('../features/residents/sealed-people-page.tsx')).SealedPeoplePage,
)
const recycleBinPage = page(
  async () => (await import('../features/residents/recycle-bin-page.tsx')).RecycleBinPage,
)
const bulkChangePage = page(
  async () => (await import('../features/residents/bulk-change-page.tsx')).BulkChangePage,
)
const saveListPage = page(async () => (await import('../features/residents/save-list-page.tsx')).SaveListPage)
const countsPage = page(async () => (await import('../features/counts/counts-page.tsx')).CountsPage)
const populationPaperPage = page(
  async () => (await import('../features/counts/population-paper-page.tsx')).PopulationPaperPage,
)
const duplicatesPage = page(
  async () => (await import('../features/duplicates/duplicates-page.tsx')).DuplicatesPage,
)
const pairPage = page(async () => (await import('../features/duplicates/pair-page.tsx')).PairPage)
const mergesPage = page(async () => (await import('../features/duplicates/merges-page.tsx')).MergesPage)
const importPage = page(async () => (await import('../features/roster-import/import-page.tsx')).ImportPage)
const roundsPage = page(async () => (await import('../features/visits/rounds-page.tsx')).RoundsPage)
const roundPage = page(async () => (await import('../features/visits/round-page.tsx')).RoundPage)
const duePage = page(async () => (await import('../features/visits/due-page.tsx')).DuePage)
const rulesPage = page(async () => (await import('../features/visits/rules-page.tsx')).RulesPage)
const claimsPage = page(async () => (await import('../features/claims/claims-page.tsx')).ClaimsPage)
const callsPage = page(async () => (await import('../features/claims/calls-page.tsx')).CallsPage)
const contactCountsPage = page(
  async () => (await import('../features/claims/contact-counts-page.tsx')).ContactCountsPage,
)
const claimantsPage = page(async () => (await import('../features/claims/claimants-page.tsx')).ClaimantsPage)
const rostersPage = page(async () => (await import('../features/rosters/rosters-page.tsx')).RostersPage)
const rosterPage = page(async () => (await import('../features/rosters/roster-page.tsx')).RosterPage)
const settingsPage = page(async () => (await import('../features/settings/settings-page.tsx')).SettingsPage)
const accountsPage = page(async () => (await import('../features/accounts/accounts-page.tsx')).AccountsPage)
const ownFieldsPage = page(
  async () => (await import('../features/own-fields/own-fields-page.tsx')).OwnFieldsPage,
)
const ownAccountPage = page(
  async () => (await import('../features/accounts/own-account-page.tsx')).OwnAccountPage,
)
const auditPage = page(async () => (await import('../features/audit/audit-page.tsx')).AuditPage)

const personDataPage = page(
  async () => (await import('../features/residents/person-data-page.tsx')).PersonDataPage,
)
const noticePage = page(async () => (await import('../features/rights/notice-page.tsx')).NoticePage)
const privacyPage = page(async () => (await import('../features/rights/privacy-page.tsx')).PrivacyPage)
const expiredPage = page(async () => (await import('../features/rights/expired-page.tsx')).ExpiredPage)
const buildingsPage = page(
  async () => (await import('../features/buildings/buildings-page.tsx')).BuildingsPage,
)
const buildingPage = page(async () => (await import('../features/buildings/building-page.tsx')).BuildingPage)
const officePage = page(async () => (await import('../features/office/office-page.tsx')).OfficePage)
const backupsPage = page(async () => (await import('../features/backups/backups-page.tsx')).BackupsPage)

const diaryPage = page(async () => (await import('../features/diary/diary-page.tsx')).DiaryPage)
const newDiaryPage = page(async () => (await import('../features/diary/new-diary-page.tsx')).NewDiaryPage)
const diaryEntryPage = page(
  async () => (await import('../features/diary/diary-entry-page.tsx')).DiaryEntryPage,
)

/** What a new entry of the diary is about where it is opened from nothing. */
const aboutNothing = { residentId: null, visitTaskId: null, phoneCallId: null }

/** Fetches the other pages while nobody waits for anything. */
export async function preloadPages(): Promise<void> {
  const often = [
    residentPage,
    residentConditions,
    importPage,
    roundsPage,
    roundPage,
    duePage,
    rulesPage,
    countsPage,
  ]
  const claims = [claimsPage, callsPage, contactCountsPage, claimantsPage]
  const papers = [
    rostersPage,
    rosterPage,
    personDataPage,
    noticePage,
    privacyPage,
    expiredPage,
    populationPaperPage,
  ]
  const places = [familyPage, buildingsPage, buildingPage, officePage]
  const people = [sealedPeoplePage, recycleBinPage, duplicatesPage, pairPage, mergesPage]
  const many = [bulkChangePage, saveListPage]
  const care = [diaryPage, newDiaryPage, diaryEntryPage]
  const office = [settingsPage, auditPage, backupsPage, accountsPage, ownAccountPage, ownFieldsPage]
  for (const each of [...often, ...claims, ...papers, ...places, ...people, ...many, ...care, ...office])
    await each.preload()
}

/** Which page belongs to which address; the list of residents is where everybody starts. */
export function Pages() {
  return (
    <Switch>
      <Route path="/">
        <ResidentsPage Conditions={residentConditions.Page} />
      </Route>
      <Route path="/residents">
        <ResidentsPage Conditions={residentConditions.Page} />
      </Route>
      <Route path="/residents/new">
        <residentPage.Page key="new" residentId={null} />
      </Route>
      <Route path="/residents/family">
        <familyPage.Page />
      </Route>
      <Route path="/residents/sealed">
        <sealedPeoplePage.Page />
      </Route>
      <Route path="/residents/removed">
        <recycleBinPage.Page />
      </Route>
      <Route path="/residents/save">
        <saveListPage.Page />
      </Route>
      <Route path="/residents/bulk">
        <bulkChangePage.Page />
      </Route>
      <Route path="/residents/duplicates">
        <duplicatesPage.Page />
      </Route>
      <Route path="/residents/duplicates/merges">
        <mergesPage.Page />
      </Route>
      <Route path="/residents/duplicates/:first/:second">
        {({ first, second }) => (
          <pairPage.Page key={`${first} ${second}`} firstId={Number(first)} secondId={Number(second)} />
        )}
      </Route>
      <Route path="/residents/:id/notice">
        {({ id }) => <noticePage.Page key={id} residentId={Number(id)} />}
      </Route>
      <Route path="/notice">
        <noticePage.Page key="blank" residentId={null} />
      </Route>
      <Route path="/residents/:id/data">
        {({ id }) => <personDataPage.Page key={id} residentId={Number(id)} />}
      </Route>
      <Route path="/residents/:id">
        {({ id }) => <residentPage.Page key={id} residentId={Number(id)} />}
      </Route>
      <Route path="/buildings">
        <buildingsPage.Page />
      </Route>
      <Route path="/buildings/:id">
        {({ id }) => <buildingPage.Page key={id} buildingId={Number(id)} />}
      </Route>
      <Route path="/office">
        <officePage.Page section={null} />
      </Route>
      <Route path="/office/:section">{({ section }) => <officePage.Page section={section} />}</Route>
      <Route path="/counts/paper">
        <populationPaperPage.Page />
      </Route>
      <Route path="/counts">
        <countsPage.Page />
      </Route>
      <Route path="/import">
        <importPage.Page />
      </Route>
      <Route path="/visits">
        <roundsPage.Page key="all" isCreatingAtFirst={false} />
      </Route>
      <Route path="/visits/new">
        <roundsPage.Page key="new" isCreatingAtFirst />
      </Route>
      <Route path="/visits/due">
        <duePage.Page />
      </Route>
      <Route path="/visits/rules">
        <rulesPage.Page />
      </Route>
      <Route path="/visits/:id">{({ id }) => <roundPage.Page key={id} roundId={Number(id)} />}</Route>
      <Route path="/diary">
        <diaryPage.Page />
      </Route>
      <Route path="/diary/new">
        <newDiaryPage.Page key="new" about={aboutNothing} />
      </Route>
      <Route path="/diary/new/resident/:id">
        {({ id }) => <newDiaryPage.Page key={id} about={{ ...aboutNothing, residentId: Number(id) }} />}
      </Route>
      <Route path="/diary/new/visit/:id">
        {({ id }) => <newDiaryPage.Page key={id} about={{ ...aboutNothing, visitTaskId: Number(id) }} />}
      </Route>
      <Route path="/diary/new/call/:id">
        {({ id }) => <newDiaryPage.Page key={id} about={{ ...aboutNothing, phoneCallId: Number(id) }} />}
      </Route>
      <Route path="/diary/:id/edit">
        {({ id }) => <diaryEntryPage.Page key={id} entryId={Number(id)} isEditing />}
      </Route>
      <Route path="/diary/:id">
        {({ id }) => <diaryEntryPage.Page key={id} entryId={Number(id)} isEditing={false} />}
      </Route>
      <Route path="/claims">
        <claimsPage.Page />
      </Route>
      <Route path="/claims/calls">
        <callsPage.Page />
      </Route>
      <Route path="/claims/counts">
        <contactCountsPage.Page />
      </Route>
      <Route path="/claims/people">
        <claimantsPage.Page />
      </Route>
      <Route path="/rosters">
        <rostersPage.Page />
      </Route>
      <Route path="/rosters/:key">{({ key }) => <rosterPage.Page key={key} kindKey={key} />}</Route>
      <Route path="/records">
        <auditPage.Page />
      </Route>
      <Route path="/settings/accounts">
        <accountsPage.Page />
      </Route>
      <Route path="/settings/fields">
        <ownFieldsPage.Page />
      </Route>
      <Route path="/settings/privacy">
        <privacyPage.Page />
      </Route>
      <Route path="/settings/privacy/expired">
        <expiredPage.Page />
      </Route>
      <Route path="/settings/me">
        <ownAccountPage.Page />
      </Route>
      <Route path="/backups">
        <backupsPage.Page />
      </Route>
      <Route path="/settings">
        <settingsPage.Page />
      </Route>
      <Route>
        <PageHeader title={appLabels.pageMissing} />
        <Text>
          <Link href="/">{appLabels.backHome}</Link>
        </Text>
      </Route>
    </Switch>
  )
}
