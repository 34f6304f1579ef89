/* The standard ABI of MPI 5 over the MPI library that HNN_SHIM_OVER names, as far as Hnn.Mpi calls it: no Debian release has such a
   library yet. Handles of the standard come in and are replaced by the library's; handles the library makes pass through unchanged.
   With -DOLD_MPI it lacks the non-blocking collectives of MPI 3. Numbers: mpi.h of Open MPI 4.1, MPICH 4.0 and mpi-abi-stubs. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

typedef void *H;
typedef struct { int source, tag, error, bytes, reserved[4]; } Status;
static void *library;
static int open_mpi;

static void *real(const char *name)
{
    if (!library) {
        library = dlopen(getenv("HNN_SHIM_OVER"), RTLD_NOW | RTLD_GLOBAL);
        open_mpi = library && dlsym(library, "ompi_mpi_comm_world");
    }
    void *address = library ? dlsym(library, name) : 0;
    if (!address)
        abort();
    return address;
}

static H handle(const char *symbol, long number)
{
    real("PMPI_Test");
    return open_mpi ? real(symbol) : (H)number;
}

#define CALL(name) ((int (*)())real("P" #name))
#define WORLD handle("ompi_mpi_comm_world", 0x44000000)
#define NONE handle("ompi_mpi_comm_null", 0x04000000)

static H comm(H c) { return c == (H)0x101 ? WORLD : c; }
static int source(int s) { return s == -1 ? (open_mpi ? -1 : -2) : s; }
static int tag(int t) { return t == -2 ? -1 : t; }

static H type(H t)
{
    switch ((long)t) {
    case 0x247: return handle("ompi_mpi_byte", 0x4c00010d);
    case 0x209: return handle("ompi_mpi_int", 0x4c000405);
    case 0x20b: return handle("ompi_mpi_long_long_int", 0x4c000809);
    case 0x214: return handle("ompi_mpi_double", 0x4c00080b);
    default: abort();
    }
}

static void translate(int *from, Status *to)
{
    memset(to, 0, sizeof *to);
    to->source = from[open_mpi ? 0 : 2];
    to->tag = from[open_mpi ? 1 : 3];
    CALL(MPI_Get_count)(from, type((H)0x247), &to->bytes);
}

int MPI_Abi_get_version(int *major, int *minor) { *major = 1; *minor = 0; return 0; }

int MPI_Init_thread(int *c, char ***v, int required, int *provided)
{
    int code = CALL(MPI_Init_thread)(c, v, required / 1024, provided);
    *provided *= 1024;
    return code;
}

int MPI_Initialized(int *flag) { return CALL(MPI_Initialized)(flag); }
int MPI_Finalized(int *flag) { return CALL(MPI_Finalized)(flag); }
int MPI_Finalize(void) { return CALL(MPI_Finalize)(); }
int MPI_Abort(H c, int code) { return CALL(MPI_Abort)(comm(c), code); }
int MPI_Get_library_version(char *text, int *n) { return CALL(MPI_Get_library_version)(text, n); }
int MPI_Error_string(int code, char *text, int *n) { return CALL(MPI_Error_string)(code, text, n); }
int MPI_Comm_rank(H c, int *rank) { return CALL(MPI_Comm_rank)(comm(c), rank); }
int MPI_Comm_size(H c, int *size) { return CALL(MPI_Comm_size)(comm(c), size); }
int MPI_Comm_free(H *c) { return CALL(MPI_Comm_free)(c); }
int MPI_Comm_set_errhandler(H c, H e) { return e == (H)0x143 ? CALL(MPI_Comm_set_errhandler)(comm(c), handle("ompi_mpi_errors_return", 0x54000001)) : 1; }

int MPI_Comm_split(H c, int color, int key, H *part)
{
    int code = CALL(MPI_Comm_split)(comm(c), color, key, part);
    if (*part == NONE)
        *part = (H)0x100;
    return code;
}

int MPI_Barrier(H c) { return CALL(MPI_Barrier)(comm(c)); }
int MPI_Bcast(void *x, int n, H t, int root, H c) { return CALL(MPI_Bcast)(x, n, type(t), root, comm(c)); }
int MPI_Allgather(void *x, int n, H t, void *y, int m, H u, H c) { return CALL(MPI_Allgather)(x, n, type(t), y, m, type(u), comm(c)); }
int MPI_Allgatherv(void *x, int n, H t, void *y, int *m, int *d, H u, H c) { return CALL(MPI_Allgatherv)(x, n, type(t), y, m, d, type(u), comm(c)); }
#ifndef OLD_MPI
int MPI_Ibarrier(H c, H *r) { return CALL(MPI_Ibarrier)(comm(c), r); }
int MPI_Ibcast(void *x, int n, H t, int root, H c, H *r) { return CALL(MPI_Ibcast)(x, n, type(t), root, comm(c), r); }
int MPI_Iallgather(void *x, int n, H t, void *y, int m, H u, H c, H *r) { return CALL(MPI_Iallgather)(x, n, type(t), y, m, type(u), comm(c), r); }
int MPI_Iallgatherv(void *x, int n, H t, void *y, int *m, int *d, H u, H c, H *r) { return CALL(MPI_Iallgatherv)(x, n, type(t), y, m, d, type(u), comm(c), r); }
#endif
int MPI_Isend(void *x, int n, H t, int to, int g, H c, H *r) { return CALL(MPI_Isend)(x, n, type(t), to, g, comm(c), r); }
int MPI_Irecv(void *x, int n, H t, int from, int g, H c, H *r) { return CALL(MPI_Irecv)(x, n, type(t), source(from), tag(g), comm(c), r); }

int MPI_Iprobe(int from, int g, H c, int *flag, Status *status)
{
    int own[16] = { 0 };
    int code = CALL(MPI_Iprobe)(source(from), tag(g), comm(c), flag, own);
    if (!code && *flag)
        translate(own, status);
    return code;
}

int MPI_Test(H *request, int *flag, Status *status)
{
    int own[16] = { 0 };
    int code = CALL(MPI_Test)(request, flag, own);
    if (!code && *flag)
        translate(own, status);
    return code;
}

int MPI_Get_count(Status *status, H t, int *count) { *count = status->bytes; return t == (H)0x247 ? 0 : 1; }
