#!/bin/sh
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --output=shard-%a.log
# sbatch slurm.sh FILE COMMAND [OPTION...]: a map command over a file of lines as a Slurm array, a part a task. When all are
# done, `cat part-???` (in the folder it was sent from) is what one process prints. For another number of parts:
# sbatch --array=1-100 slurm.sh ... Run by the tests, with and without Slurm.
set -eu
file=$1
shift
part=$(printf '%03d' "$SLURM_ARRAY_TASK_ID")
nutgraf shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" "$file" | nutgraf "$@" --jobs "${SLURM_CPUS_PER_TASK:-1}" -o "part-$part"
