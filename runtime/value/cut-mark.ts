/** What a text or a list ends in that was cut, and how to get the rest where that can be asked for. */
export const CUT_MARK = /…\[\+(\d{1,12}) (?:characters|items)(?:: fields \["[^"\]]*"\])?\]$/;
