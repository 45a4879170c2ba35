/**
 * What one import may hold. A Lambda is handed at most 6 MB, in which the file stands in Base64: a third more
 * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
 */
export const MAX_FILE_BYTES = 4_500_000;

/**
 * Of a workbook that is uploaded: it is read as a whole, within what its parts may have unpacked. One of 200,000 rows
 * with 8 columns has 12.6 MB and takes 710 MB of memory, of the 1769 MB that the step of the machine has, and the API, which looks at it before.
 */
export const MAX_WORKBOOK_BYTES = 25_000_000;

/**
 * Rows of an uploaded file that are looked at before it is imported: the API answers within 29 seconds. What stands
 * beyond them is judged by the import.
 */
export const LOOKED_ROWS = 30_000;

/** A write is a small profile with its entries in two indexes of addresses. */
export const UNITS_OF_A_WRITE = 3;

/**
 * Writes within the 29 seconds of an answer. A new table takes 4,000 write units a second
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html); a laptop writes as
 * many in 20 seconds.
 */
export const MAX_WRITES = 30_000;

/**
 * Rows of a file, those that are rejected among them. A file of two million lines of one sign each would take the memory
 * of the function; where this many hold a person, there are too many to be written.
 */
export const MAX_LINES = 100_000;

/** Of the objects in which the rows of an import are kept: what one worker writes in some seconds. */
export const ROWS_OF_A_CHUNK = 5000;

export const MAX_COLUMNS = 1000;
export const MAX_COLUMN_NAME = 255;

/** What a path of SMTP takes (RFC 5321, section 4.5.3.1.3), without its angle brackets. */
export const MAX_ADDRESS_BYTES = 254;

/**
 * Names and values of a row. An item of DynamoDB takes 400 KB with the names of its attributes
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Limits.html); the rest is for what a profile
 * gathers later: lists, opt-outs and returns.
 */
export const MAX_ROW_BYTES = 256_000;

/** Of an uploaded file, those that are rejected among them: what is read within the 15 minutes of a Lambda. */
export const MAX_ROWS = 12_000_000;
