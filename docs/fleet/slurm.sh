#!/bin/bash
#SBATCH --job-name=exchange-stig
#SBATCH --array=0-7
#SBATCH --cpus-per-task=2
# Assesses the hosts below exports in eight parts. Run sbatch in the folder that holds exports.
# Exit codes 0, 1 and 2 of batch are verdicts. From 3 on a part fails: sbatch --array=5 slurm.sh does the sixth again.
part=$((SLURM_ARRAY_TASK_ID + 1))
rm -f "summary-$part.csv"
exchange-stig batch exports --out-dir artifacts --resume --quiet --jobs "$SLURM_CPUS_PER_TASK" \
  --shard "$part/8" --summary-csv "summary-$part.csv"
[ $? -lt 3 ]
