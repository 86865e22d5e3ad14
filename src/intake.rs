//! From what a person names (files, folders, standard input) to captures. The only stage that reads files.
