import { said, type Stated, stated } from './stated.ts';

/** A risk of the plan, and the pages that show its mitigation. */
export interface PlanRisk {
  readonly title: Stated<string>;
  readonly mitigation: Stated<string>;
  readonly priority: Stated<string>;
  readonly patterns: readonly string[];
}

export const risks: readonly PlanRisk[] = [
  {
    title: said(251, 'Celery Task Changes Break Existing Code'),
    mitigation: said(252, 'Add integration tests before changing task calls'),
    priority: said(253, 'HIGH'),
    patterns: ['CEL004', 'CEL009'],
  },
  {
    title: said(255, 'Import Mocking Changes Affect Real Code'),
    mitigation: said(256, 'Use dependency injection where possible'),
    priority: said(257, 'MEDIUM'),
    patterns: ['SVC001', 'ASY005', 'MDL001'],
  },
  {
    title: said(259, 'Async Testing Becomes Complex'),
    mitigation: said(260, 'Use pytest-asyncio and AsyncMock consistently'),
    priority: said(261, 'MEDIUM'),
    patterns: ['ASY001', 'ASY007'],
  },
];

/** A skill of "Skills Needed": there already, or to be learnt, and the pages that teach it. */
export interface PlanSkill {
  readonly skill: Stated<string>;
  readonly ready: boolean;
  readonly patterns: readonly string[];
}

const skill = (line: number, quote: string, ready: boolean, patterns: readonly string[]): PlanSkill => ({
  skill: said(line, quote),
  ready,
  patterns,
});

export const skills: readonly PlanSkill[] = [
  skill(279, 'Python mocking (unittest.mock)', true, ['MCK001', 'IMP002']),
  skill(280, 'Pytest fixtures and markers', true, ['FIX001', 'CFG001']),
  skill(281, 'Celery task testing patterns', false, ['CEL001', 'CEL011']),
  skill(282, 'Async/await testing', false, ['ASY001', 'ASY007']),
  skill(283, 'TCP/streaming protocol mocking', false, ['ASY002', 'ASY006']),
];

/** Hours as "Resource Requirements" repeats them. */
export const resourceHours = [
  { phase: '2A', hours: stated(286, '3-4 hours', [3, 4]) },
  { phase: '2B', hours: stated(287, '6-8 hours', [6, 8]) },
  { phase: '2C', hours: stated(288, '4-6 hours', [4, 6]) },
] as const;

/** "Should We Continue?": what speaks for it, what against, what is open. */
export const decisionPoints = [
  { mark: 'for', point: said(296, 'Phase 1 showed excellent progress (312% improvement in passing tests)') },
  { mark: 'against', point: said(297, 'Phase 2 requires more specialized knowledge') },
  { mark: 'for', point: said(298, 'Clear path exists for each category') },
  { mark: 'open', point: said(299, 'ROI on coverage improvements diminishes past 80%') },
] as const;

/** A step: what to do, and the plan's remark in brackets. */
export interface PlanStep {
  readonly step: Stated<string>;
  readonly note: Stated<string> | null;
}

export const recommendedActions: readonly PlanStep[] = [
  { step: said(302, 'Execute Phase 2A'), note: said(302, 'quick wins, highest ROI') },
  { step: said(303, 'Review Phase 2B'), note: said(303, 'evaluate Celery task knowledge') },
  { step: said(304, 'Consider outsourcing'), note: said(304, 'complex async/Celery patterns') },
  { step: said(305, 'Plan Phase 2C'), note: said(305, 'after Phase 2B completion') },
];

export const nextSteps: readonly PlanStep[] = [
  { step: said(311, 'Confirm Phase 2A approach'), note: said(311, 'with team') },
  { step: said(312, 'Start with health_tasks fixes'), note: said(312, 'simplest') },
  { step: said(313, 'Document Celery patterns'), note: said(313, 'as discovered') },
  { step: said(314, 'Create test pattern guide'), note: said(314, 'for future developers') },
];

/** "Testing Patterns to Document", and what the pages found when they ran the advice. */
export const patternsToDocument = [
  {
    title: said(217, 'Celery Task Testing Pattern'),
    advice: [
      { text: said(223, 'ner_extract_task.run("text", flat=True)'), holds: true, code: 'CEL001' },
      {
        text: said(224, 'assert result["task_id"] == current_task.request.id'),
        holds: false,
        code: 'CEL006',
      },
      { text: said(228, 'task_sig.apply().get()'), holds: true, code: 'CEL007' },
      { text: said(220, '@pytest.mark.celery'), holds: false, code: 'CEL006' },
    ],
  },
  {
    title: said(231, 'Import Mocking Pattern'),
    advice: [
      { text: said(233, 'When import is inside function, patch at source'), holds: true, code: 'IMP001' },
      {
        text: said(236, "Don't patch where it's used, patch where it's defined"),
        holds: false,
        code: 'IMP002',
      },
    ],
  },
  {
    title: said(239, 'Async Mocking Pattern'),
    advice: [
      {
        text: said(242, "@patch('app.streaming.tcp_server.asyncio.StreamReader')"),
        holds: false,
        code: 'ASY002',
      },
      { text: said(243, 'async def test_async_function(mock_reader):'), holds: false, code: 'ASY001' },
      { text: said(244, 'AsyncMock(return_value=b"data")'), holds: false, code: 'ASY006' },
    ],
  },
] as const;
