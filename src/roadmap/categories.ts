import { said, type Stated, stated } from './stated.ts';

/** A failing test, file or kind of failure that the plan names, and the page that fixes it. */
interface NamedTest {
  readonly name: Stated<string>;
  /** what the plan says of it */
  readonly symptom: Stated<string>;
  /** pattern code */
  readonly code: string;
}

/** One line of a fix strategy, and what came of running it; null where it is too general to be run. */
interface StrategyStep {
  readonly text: Stated<string>;
  readonly found: {
    readonly holds: boolean;
    /** page that shows it */
    readonly code: string;
    /** a case in which it does not hold, and the page about it */
    readonly unless?: { readonly words: string; readonly code: string };
  } | null;
}

/** One of the plan's six categories of failures. */
export interface PlanCategory {
  /** Name in the feed. */
  readonly id: string;
  readonly title: Stated<string>;
  readonly count: Stated<number>;
  /** legacy counts errors, the others failures */
  readonly as: 'failing' | 'errors';
  readonly issue: Stated<string>;
  readonly causes: readonly Stated<string>[];
  readonly named: readonly NamedTest[];
  readonly effort: Stated<string> | null;
  readonly priority: Stated<number>;
  readonly priorityNote: Stated<string>;
  readonly strategy: readonly StrategyStep[];
  /** pattern codes whose pages fix failures of this category, the plan's own first */
  readonly patterns: readonly string[];
  /** phases that work on it */
  readonly phases: readonly string[];
}

const named = (line: number, name: string, symptom: string, code: string, symptomLine = line): NamedTest => ({
  name: said(line, name),
  symptom: said(symptomLine, symptom),
  code,
});

const step = (line: number, quote: string, found: StrategyStep['found'] = null): StrategyStep => ({
  text: said(line, quote),
  found,
});
const reports = { words: 'the task reports progress', code: 'CEL011' };

/** The categories in the plan's order. */
export const categories: readonly PlanCategory[] = [
  {
    id: 'celery',
    title: said(31, 'Celery/Task Tests'),
    count: stated(31, '45 failures', 45),
    as: 'failing',
    issue: said(32, 'Celery task binding and function signature mismatches'),
    causes: [
      said(35, 'Tests calling bound Celery tasks incorrectly'),
      said(37, '`task(mock_self, arg1, arg2)`'),
      said(38, 'Causes double-binding of `self`'),
    ],
    named: [
      named(42, 'test_ner_extract_task', 'TypeError - "got multiple values for argument \'flat\'"', 'CEL001'),
      named(
        43,
        'test_classifier_classify_task',
        'TypeError - "takes 2 positional arguments but 3 were given"',
        'CEL002',
      ),
      named(44, 'test_translation_translate_task', 'Similar signature mismatch', 'CEL002'),
      named(45, 'test_qa_evaluate_task', "Unexpected keyword argument 'conversation'", 'CEL003'),
      named(
        46,
        'test_whisper_transcribe_task',
        '"got multiple values for argument \'audio_bytes\'"',
        'CEL004',
      ),
    ],
    effort: said(48, 'Medium-High (requires understanding Celery task testing patterns)'),
    priority: stated(49, '**Priority:** 2', 2),
    priorityNote: said(49, 'important but complex'),
    strategy: [
      step(57, 'ner_extract_task.run(text, flat=True)', { holds: true, code: 'CEL001', unless: reports }),
      step(60, 'ner_extract_task.s(text, flat=True).apply().get()', {
        holds: true,
        code: 'CEL001',
        unless: reports,
      }),
      step(63, 'ner_extract_task.f(mock_self, text, flat=True)', { holds: false, code: 'CEL005' }),
    ],
    patterns: [
      'CEL001',
      'CEL002',
      'CEL003',
      'CEL004',
      'CEL005',
      'CEL006',
      'CEL007',
      'CEL008',
      'CEL009',
      'CEL010',
      'CEL011',
    ],
    phases: ['2B'],
  },
  {
    id: 'imports',
    title: said(68, 'Import Location Mocking'),
    count: stated(68, '15 failures', 15),
    as: 'failing',
    issue: said(69, "Module imports inside functions can't be mocked at module level"),
    causes: [said(73, '`from ..model_scripts.model_loader import model_loader` (inside function)')],
    named: [
      named(72, 'test_health_tasks.py', 'Tries to patch `app.tasks.health_tasks.model_loader`', 'IMP001'),
    ],
    effort: said(76, 'Low-Medium (straightforward mocking fixes)'),
    priority: stated(77, '**Priority:** 3', 3),
    priorityNote: said(77, 'fixable once understood'),
    strategy: [
      step(84, "@patch('app.model_scripts.model_loader.model_loader')", { holds: true, code: 'IMP001' }),
      step(86, "@patch('sys.modules', ...)", { holds: false, code: 'IMP003' }),
    ],
    patterns: ['IMP001', 'IMP002', 'IMP003'],
    phases: ['2A'],
  },
  {
    id: 'streaming',
    title: said(91, 'Streaming/Async Tests'),
    count: stated(91, '25 failures', 25),
    as: 'failing',
    issue: said(92, 'Complex async patterns, TCP protocol mocking, event handling'),
    causes: [],
    named: [
      named(95, 'test_overlapping_windows', 'Complex buffer overlap logic', 'ASY003'),
      named(96, 'test_buffer_overflow_protection', 'Edge case buffer handling', 'ASY004'),
      named(97, 'test_filename_generation_format', 'Asterisk filename pattern', 'ASY005'),
      named(98, 'test_audio_chunk_processing', 'TCP stream chunk processing', 'ASY006'),
      named(99, 'test_send_agent_notifications', 'Async notification sending', 'ASY007'),
    ],
    effort: said(101, 'Medium (requires async/await understanding)'),
    priority: stated(102, '**Priority:** 2', 2),
    priorityNote: said(102, 'good educational value'),
    strategy: [
      step(104, 'Mock TCP socket more completely'),
      step(105, 'Use AsyncMock for async functions'),
      step(106, 'Add proper event loop handling'),
    ],
    patterns: ['ASY001', 'ASY002', 'ASY003', 'ASY004', 'ASY005', 'ASY006', 'ASY007', 'ASY008', 'ASY009'],
    phases: ['2A', '2B'],
  },
  {
    id: 'services',
    title: said(110, 'Service Integration'),
    count: stated(110, '20 failures', 20),
    as: 'failing',
    issue: said(111, 'HTTP client mocking, request/response handling'),
    causes: [],
    named: [
      named(114, 'test_send_notification_http_error', 'HTTP request mocking', 'SVC001'),
      named(115, 'test_send_error_notification', 'Error payload creation', 'SVC002'),
      named(116, 'test_resource_manager', 'GPU/resource allocation mocking', 'SVC003'),
      named(117, 'test_insights_service', 'External API responses', 'SVC004'),
    ],
    effort: said(119, 'Low-Medium (standard mocking patterns)'),
    priority: stated(120, '**Priority:** 2', 2),
    priorityNote: said(120, 'good ROI on coverage'),
    strategy: [
      step(122, 'Mock `requests.Session` or `httpx.AsyncClient` more thoroughly'),
      step(123, 'Add proper response factories'),
      step(124, 'Mock resource allocation state'),
    ],
    patterns: ['SVC001', 'SVC002', 'SVC003', 'SVC004'],
    phases: ['2A', '2C'],
  },
  {
    id: 'models',
    title: said(128, 'Model Loading'),
    count: stated(128, '10 failures', 10),
    as: 'failing',
    issue: said(129, 'Model initialization and HuggingFace loading'),
    causes: [],
    named: [
      named(132, 'Model loader initialization failures', 'initialization', 'MDL001'),
      named(133, 'Model path resolution issues', 'path resolution', 'MDL002'),
      named(134, 'Transformer model loading mocks', 'loading mocks', 'MDL003'),
    ],
    effort: said(136, 'Medium (requires HF API knowledge)'),
    priority: stated(137, '**Priority:** 3', 3),
    priorityNote: said(137, 'lower impact'),
    strategy: [],
    patterns: ['MDL001', 'MDL002', 'MDL003', 'MDL004'],
    phases: ['2B'],
  },
  {
    id: 'legacy',
    title: said(141, 'Legacy Tests'),
    count: stated(141, '15 errors', 15),
    as: 'errors',
    issue: said(142, 'Disabled legacy test suite'),
    causes: [said(144, 'Intentionally in `_disabled_legacy_tests/` directory')],
    named: [],
    effort: null,
    priority: stated(146, '**Priority:** 4', 4),
    priorityNote: said(146, 'explicitly excluded'),
    strategy: [step(145, 'Ignore for Phase 2, evaluate for deprecation in Phase 3')],
    patterns: ['LEG001', 'LEG002'],
    phases: ['2D'],
  },
];

/** Patterns whose causes the plan does not name: their failures go to the feed's category `other`. */
export const unplannedPatterns: readonly string[] = [
  'MCK001',
  'MCK002',
  'MCK003',
  'MCK004',
  'MCK005',
  'MCK006',
  'MCK007',
  'DRF001',
  'ISO001',
  'CFG001',
  'RAI001',
  'FIX001',
  'HOL001',
];
