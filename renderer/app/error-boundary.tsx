import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: unknown
}

/** A page that breaks says so and can be tried again; the window never turns white. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return (
      <FailureNotice error={this.state.error}>
        <Button variant="default" onClick={() => location.reload()}>
          {appLabels.failure.retry}
        </Button>
      </FailureNotice>
    )
  }
}
