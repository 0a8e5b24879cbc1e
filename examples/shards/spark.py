"""NOT TESTED: we have no Spark. spark-submit spark.py INPUT OUTPUT COMMAND: a map command over lines, with RDD.pipe.

nutgraf must be installed on the workers. A task fails when nutgraf does: pipe's checkCode.
"""
import sys

from pyspark import SparkContext

source, target, command = sys.argv[1:]
spark = SparkContext(appName='nutgraf')
spark.textFile(source).pipe(f'nutgraf {command} --jobs 1', checkCode=True).saveAsTextFile(target)
