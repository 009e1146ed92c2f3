import { Component, type PropsWithChildren } from 'react';

/** A block that throws leaves its place empty and its neighbours standing; React has already logged the error. */
export class BlockBoundary extends Component<PropsWithChildren, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
