import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Drawn instead of what failed; `again` tries once more. */
  fallback: (error: Error, again: () => void) => ReactNode;
  /** When this changes, the failure is forgotten: another screen was chosen. */
  reset?: string;
}

/** Keeps the failure of one screen from taking the window with it. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override componentDidUpdate(before: Props) {
    if (before.reset !== this.props.reset && this.state.error) this.again();
  }

  again = () => this.setState({ error: null });

  override render() {
    const { error } = this.state;
    return error ? this.props.fallback(error, this.again) : this.props.children;
  }
}
