import { Component, type PropsWithChildren } from 'react';

interface BoundaryProps {
  /** Another one may draw what this one could not. */
  block: unknown;
  onFailed?: (() => void) | undefined;
}

/** A block that throws leaves its place empty and its neighbours standing; React has already logged the error. */
export class BlockBoundary extends Component<PropsWithChildren<BoundaryProps>, { failed: unknown }> {
  override state = { failed: null };

  override componentDidCatch() {
    this.props.onFailed?.();
  }

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate({ block }: BoundaryProps) {
    if (this.state.failed && block !== this.props.block) this.setState({ failed: null });
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
