import { useQuery } from '@tanstack/react-query';
import { api, keys, type StageInfo } from '@/api';

const NONE = new Map<string, StageInfo>();

function byId(pipelines: { stages: StageInfo[] }[]): Map<string, StageInfo> {
  return new Map(pipelines.flatMap((p) => p.stages).map((stage) => [stage.id, stage]));
}

/** All stages of all pipelines by id, in order; empty while they load. */
export function useStages(active = true): Map<string, StageInfo> {
  const query = useQuery({
    queryKey: keys.pipelines,
    queryFn: () => api.board.pipelines(),
    select: byId,
    enabled: active,
  });
  return query.data ?? NONE;
}

/** The stages that a record may move to: those of the pipeline of the stage it has. */
export function stagesBeside(stages: Map<string, StageInfo>, current: string): StageInfo[] {
  const pipeline = stages.get(current)?.pipeline;
  return [...stages.values()].filter((stage) => !pipeline || stage.pipeline === pipeline);
}
