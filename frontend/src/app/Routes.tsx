import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary, SkeletonRows } from '@/ui';
import { Broken } from './Broken';
import { paths } from './paths';

// Each screen is loaded when it is first shown; the record grid is the heaviest of them.
const BoardScreen = lazy(async () => {
  const { BoardScreen } = await import('@/records/board/BoardScreen');
  return { default: BoardScreen };
});
const ListScreen = lazy(async () => {
  const { ListScreen } = await import('@/records/list/ListScreen');
  return { default: ListScreen };
});
const RecordScreen = lazy(async () => {
  const { RecordScreen } = await import('@/records/record/RecordScreen');
  return { default: RecordScreen };
});
const ImportScreen = lazy(async () => {
  const { ImportScreen } = await import('@/features/import/ImportScreen');
  return { default: ImportScreen };
});
const SettingsScreen = lazy(async () => {
  const { SettingsScreen } = await import('@/features/settings/SettingsScreen');
  return { default: SettingsScreen };
});

/** The screen that the address names; the board is home. */
export function Routes() {
  const [path] = useLocation();
  return (
    <ErrorBoundary reset={path} fallback={(error, again) => <Broken error={error} again={again} />}>
      <Suspense fallback={<SkeletonRows />}>
        <Switch>
          <Route path="/board" component={BoardScreen} />
          <Route path="/list/:type">{({ type }) => <ListScreen key={type} type={type} />}</Route>
          <Route path="/r/:type/:id">
            {({ type, id }) => <RecordScreen key={`${type}/${id}`} type={type} id={id} />}
          </Route>
          <Route path="/import" component={ImportScreen} />
          <Route path="/settings/:section?">
            {({ section }) => <SettingsScreen section={section} />}
          </Route>
          <Route>
            <Redirect to={paths.board} replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
