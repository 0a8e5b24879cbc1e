/* errno in plain English; strerror() would depend on the locale. */
#ifndef BASE_FILE_ERROR_H
#define BASE_FILE_ERROR_H

const char *file_error(int code);

#endif
