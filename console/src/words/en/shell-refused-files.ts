import type { FileCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.${'cause' | 'wayOn'}.${FileCause}`, string>;

export const words: Words = {
  'shell.cause.csvUnreadable': 'The file cannot be read as CSV. Often a quotation mark is not closed.',
  'shell.cause.csvEmpty': 'The file holds no rows.',
  'shell.cause.noAddressColumn': 'No column of the file holds mail addresses.',
  'shell.cause.importGivenUp':
    'The import could not be written and was given up. None of its rows ({rows}) counts; the list is what it was.',
  'shell.cause.fileTooLarge': 'The file has {bytes} bytes; at most {maxBytes} are taken.',
  'shell.cause.partsMissing': 'Parts of the file have not arrived yet.',
  'shell.cause.uploadGone':
    'What was uploaded is not there any more: an upload is kept for a day, a whole file for two.',
  'shell.cause.uploadDiffers': 'What arrived has {bytes} bytes, which is not the size of the file.',
  'shell.cause.importMovedOn': 'The import has moved on meanwhile.',
  'shell.cause.tooManyRows':
    'The file has {rows} rows, which take {writes} writes; at most {maxWrites} fit into one import of this kind. A large row takes several, an opt-out five more, a quarantine five more.',
  'shell.cause.tooManyColumns': 'The file has {width} columns; at most {maxWidth} fit.',
  'shell.cause.bytesLost': 'The file was sent as text and is not UTF-8: some of its letters were lost on the way.',
  'shell.cause.badBytes': 'The header holds bytes that are no letters in its encoding, in line: {lines}.',
  'shell.cause.encodingUtf32': 'The file is written in UTF-32, which is not read.',
  'shell.cause.encodingUnknown': 'The letters of the file are in no encoding that is known. It may be no table.',
  'shell.cause.headerMissing': 'The first row of the file is a person already; no row names the columns.',
  'shell.cause.fileIsNoTable': 'The file is {name}, and no table that can be read here.',
  'shell.cause.fileLocked': 'The workbook is protected by a password.',
  'shell.cause.workbookBroken': 'The workbook cannot be read.',
  'shell.cause.sheetOfLeft':
    'The name of the sheet {name} speaks of opting out. Whether its people may be written to cannot be read.',
  'shell.cause.peopleLeftBelow':
    'A line names nobody and speaks of opting out. Whether the people below it may be written to cannot be read; line: {lines}.',
  'shell.cause.workbookUncalculated':
    'The sheet {name} has formulas that were never calculated; nobody knows what they say.',
  'shell.cause.workbookTooLarge':
    'The workbook holds more than an import takes (25 MB, 96 MB once it is unpacked), or cells far outside of the table are filled.',
  'shell.cause.sheetMissing': 'The workbook has no sheet of this name.',
  'shell.cause.columnsMissing': 'The mapping names columns that the file does not have: {names}.',
  'shell.cause.columnsCollide': 'Several columns become the same: {names}.',
  'shell.cause.optOutUnclear':
    'Who opted out, is in quarantine or refuses tracking cannot be read with certainty. What these columns hold: {columns}.',
  'shell.cause.noValidAddress': 'Not one of the rows ({rows}) has a valid mail address.',
  'shell.cause.idsOfOthers':
    'Of the ids in the file, {known} are known, and {changed} of them belong to other addresses.',
  'shell.wayOn.csvUnreadable': 'Save the table as CSV again; its first line names the columns, one of them email.',
  'shell.wayOn.csvEmpty': 'Choose a file whose first line names the columns, with one line for each person below it.',
  'shell.wayOn.noAddressColumn':
    'Name the column of the addresses “email” in the first line, then import the file again.',
  'shell.wayOn.importGivenUp': 'Import the file again. If it is given up again, ask your operator to look at the log.',
  'shell.wayOn.fileTooLarge':
    'Cut the file in two, each with the first line, and import both into the same list. Nothing was imported.',
  'shell.wayOn.partsMissing': 'Choose the same file again: only what is missing is sent.',
  'shell.wayOn.uploadGone': 'Choose the file again and import it.',
  'shell.wayOn.uploadDiffers': 'Choose the file again and import it; do not change it meanwhile. Nothing was imported.',
  'shell.wayOn.importMovedOn': 'Look at how far it is; what counts already cannot be cancelled.',
  'shell.wayOn.tooManyRows':
    'Cut the file in two, each with the first line, and import both into the same list. Nothing was imported.',
  'shell.wayOn.tooManyColumns': 'Take out the columns that no mail needs. Nothing was imported.',
  'shell.wayOn.bytesLost': 'Send it with content-type application/octet-stream. Nothing was imported.',
  'shell.wayOn.badBytes':
    'Correct the letters there and save the file as UTF-8, or choose its encoding. Nothing was imported.',
  'shell.wayOn.encodingUtf32': 'Save the table as CSV in UTF-8. Nothing was imported.',
  'shell.wayOn.encodingUnknown': 'Save the table as CSV in UTF-8, or choose its encoding. Nothing was imported.',
  'shell.wayOn.headerMissing':
    'Put a row above it that names the columns, such as email and first_name. Nothing was imported.',
  'shell.wayOn.fileIsNoTable':
    'Open it in the program that wrote it, and save the table as .xlsx or as CSV in UTF-8. Nothing was imported.',
  'shell.wayOn.fileLocked': 'Save it without a password, or as CSV in UTF-8. Nothing was imported.',
  'shell.wayOn.workbookBroken':
    'Open it in your spreadsheet program, and save it again as .xlsx or as CSV in UTF-8. Nothing was imported.',
  'shell.wayOn.sheetOfLeft':
    'Give them a column opted_out with yes in it, or give the sheet another name. Nothing was imported.',
  'shell.wayOn.peopleLeftBelow':
    'Give them a column opted_out with yes in it, or take them out, and delete the line. Nothing was imported.',
  'shell.wayOn.workbookUncalculated':
    'Open the workbook in your spreadsheet program, and save it again. Nothing was imported.',
  'shell.wayOn.workbookTooLarge':
    'Copy the table alone into a new workbook, or save it as CSV in UTF-8. Nothing was imported.',
  'shell.wayOn.sheetMissing': 'Its sheets: {names}. Choose one of them, or none for the first. Nothing was imported.',
  'shell.wayOn.columnsMissing': 'Look at the file again, and map the columns that it has. Nothing was imported.',
  'shell.wayOn.columnsCollide': 'Give each its own name, or ignore all but one. Nothing was imported.',
  'shell.wayOn.optOutUnclear':
    'Name the column “opted_out” or “quarantined” and write yes or no into it, or take it out of the file. Nothing was imported.',
  'shell.wayOn.noValidAddress': 'Look whether the column of the addresses is named “email”. Nothing was imported.',
  'shell.wayOn.idsOfOthers':
    'If they are row numbers, take the column of the ids out of the file. If these people did change their addresses, confirm that. Nothing was imported.',
};
