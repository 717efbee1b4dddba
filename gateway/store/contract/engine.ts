/** The databases that a store can be over: each has its driver, without which nothing compiles. */
export type Engine = 'sqlite' | 'postgres';
