/* What an errno of the file system means. In: the number. Out: a static English phrase, the same in every locale. */
#include "base/file_error.h"

#include <errno.h>
#include <stddef.h>

static const struct {
	int code;
	const char *meaning;
} errors[] = {
    {EACCES, "permission denied"},
    {EPERM, "permission denied"},
    {ENOENT, "does not exist"},
    {ENOTDIR, "part of the path is not a folder"},
    {EISDIR, "is a folder"},
    {EEXIST, "is there already"},
    {ELOOP, "is a symbolic link, or goes through too many"},
    {EMLINK, "is a symbolic link, or goes through too many"},
    {ENAMETOOLONG, "the name is too long"},
    {EROFS, "the file system is read-only"},
    {ENOSPC, "no space is left"},
    {EDQUOT, "the disk quota is used up"},
    {EFBIG, "the file would be too large"},
    {EMFILE, "too many files are open"},
    {ENFILE, "too many files are open"},
    {ENOMEM, "out of memory"},
    {EIO, "the device failed"},
    {ENXIO, "the device is not there"},
    {ENODEV, "the device is not there"},
    {EPIPE, "nobody reads the other end"},
    {ESPIPE, "cannot be read from the middle"},
    {EBUSY, "is in use"},
    {EXDEV, "is on another file system"},
    {EBADF, "is not open"},
    {EINVAL, "the system does not allow it"},
};

const char *file_error(int code)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].code == code)
			return errors[i].meaning;
	return "the system refused it";
}
