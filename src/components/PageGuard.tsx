import { Component, type PropsWithChildren } from 'react';
import { queryClient } from '@/lib/queries';
import { ErrorState } from './ErrorState';

const FIRST_PAUSE_MS = 5_000;

/**
 * Keeps a page that cannot draw its data from going blank: says so, and starts afresh at a tap or, with doubling
 * pauses, by itself. What is wrong lies in the data, so all of it is forgotten.
 */
export class PageGuard extends Component<PropsWithChildren, { error: unknown }> {
  override state = { error: null };
  private pauseMs = FIRST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch() {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.startAfresh, this.pauseMs);
    this.pauseMs *= 2;
  }

  override componentWillUnmount() {
    clearTimeout(this.timer);
  }

  private startAfresh = () => {
    clearTimeout(this.timer);
    queryClient.removeQueries({ type: 'inactive' });
    void queryClient.resetQueries();
    this.setState({ error: null });
  };

  override render() {
    const { error } = this.state;
    return error ? <ErrorState error={error} onRetry={this.startAfresh} /> : this.props.children;
  }
}
