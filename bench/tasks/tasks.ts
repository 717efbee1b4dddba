import { conversationTasks } from './conversation-tasks.ts';
import { otherTasks } from './other-tasks.ts';
import type { Task } from './task.ts';

/** Twelve tasks of a support team; the sample workspace begins anew for each. */
export const tasks: readonly Task[] = [...conversationTasks, ...otherTasks];
